import type { DeploymentCatalog } from '#catalog';
import type { ArchDocument } from '#model';
import { layoutsOf } from '../../plan/layouts.ts';
import { planOf } from '../../plan/plan-of.ts';
import { byText } from '../../text/names.ts';
import { markdownTable, markdownText } from '../markdown.ts';
import { code } from './words.ts';

/** How the same components are packed into deployable units, layout by layout. */
export function layoutsSection(document: ArchDocument, catalog: DeploymentCatalog): string[] {
  const layouts = layoutsOf(document).flatMap((layout) => {
    const { units } = planOf(document, layout, catalog);
    if (units.length === 0) return [];
    const rows = units
      .toSorted((a, b) => byText(a.name, b.name))
      .map(({ name, components, container: { replicas } }) => [
        code(name),
        [...components].sort(byText).map(code).join(', '),
        replicas.max > replicas.min ? `${replicas.min} to ${replicas.max}` : String(replicas.min),
      ]);
    const description = document.layouts[layout]?.description;
    return [
      `### ${layout}`,
      ...(description === undefined ? [] : [markdownText(description)]),
      markdownTable(['Unit', 'Components', 'Replicas'], rows),
    ];
  });
  return layouts.length === 0 ? [] : ['## Layouts', ...layouts];
}
