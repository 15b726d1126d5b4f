import type { Catalog } from '#catalog';
import type { ArchDocument } from '#model';
import { byText, sortedEntries } from '../../text/names.ts';
import { markdownTable, markdownText } from '../markdown.ts';
import { code, NOTHING } from './words.ts';

/** Every component: what it is, and what for. */
export function componentsSection(document: ArchDocument, catalog: Catalog): string[] {
  const rows = sortedEntries(document.components).map(([name, component]) => [
    code(name),
    catalog.entryOf(component).title,
    component.context === undefined ? NOTHING : code(component.context),
    markdownText(component.description ?? NOTHING),
  ]);
  if (rows.length === 0) return [];
  return ['## Components', markdownTable(['Component', 'What it is', 'Context', 'What for'], rows)];
}

/** Bounded contexts: the words of each mean one thing, and one team answers for it. */
export function contextsSection({ components }: ArchDocument): string[] {
  const contexts = new Map<string, string[]>();
  for (const [name, { context }] of Object.entries(components)) {
    if (context !== undefined) contexts.set(context, [...(contexts.get(context) ?? []), name]);
  }
  if (contexts.size === 0) return [];
  const rows = [...contexts]
    .sort(([a], [b]) => byText(a, b))
    .map(([context, names]) => [code(context), names.sort(byText).map(code).join(', ')]);
  return ['## Bounded contexts', markdownTable(['Context', 'Components'], rows)];
}
