import type { Catalog } from '#catalog';
import type { ArchDocument, Column } from '#model';
import { sortedEntries } from '../../text/names.ts';
import { markdownTable } from '../markdown.ts';
import { code, NOTHING } from './words.ts';

/** What databases hold, table by table. */
export function dataSection(document: ArchDocument, catalog: Catalog): string[] {
  const databases = sortedEntries(document.components).flatMap(([name, component]) => {
    if (component.kind !== 'database') return [];
    const tables = sortedEntries(component.tables ?? {}).flatMap(([table, spec]) => {
      const rows = Object.entries(spec.columns ?? {}).map(([column, type]) => [
        code(column),
        typeOf(type),
        column === spec.key ? 'key' : NOTHING,
      ]);
      return [`Table ${code(table)}:`, markdownTable(['Column', 'Type', NOTHING], rows)];
    });
    return tables.length === 0 ? [] : [`### ${name} (${catalog.entryOf(component).title})`, ...tables];
  });
  return databases.length === 0 ? [] : ['## Data', ...databases];
}

function typeOf(column: Column): string {
  return typeof column === 'string' ? column : column.type;
}
