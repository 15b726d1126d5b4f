import type { Catalog } from '#catalog';
import type { ArchDocument } from '#model';
import { mermaid } from './mermaid.ts';
import type { DiagramOptions } from './options.ts';
import { svg } from './svg.ts';

export type { DiagramOptions } from './options.ts';

export type DiagramFormat = 'svg' | 'mermaid';

/** A drawing of a document, as text in the given format. */
export function exportDiagram(
  document: ArchDocument,
  catalog: Catalog,
  format: DiagramFormat,
  options: DiagramOptions = {},
): string {
  return format === 'svg' ? svg(document, catalog, options) : mermaid(document, catalog);
}
