import type { TableModel } from '#catalog';
import type { Facts } from '../program/facts.ts';
import type { Database } from '../system/databases.ts';

/** Files that make a database's tables, as its engine wants them. */
export function migrationFiles(folder: string, database: Database, facts: Facts): Record<string, string> {
  const component = facts.system.document.components[database.name];
  const connector =
    component === undefined ? undefined : facts.system.catalog.deploymentOf(component)?.connector;
  const files = connector?.migrations?.(
    [...database.tables.values()]
      .map((table) => modelOf(database, table.name, facts))
      .filter((table) => table !== undefined),
  );
  return Object.fromEntries(Object.entries(files ?? {}).map(([name, text]) => [`${folder}/${name}`, text]));
}

function modelOf(database: Database, name: string, facts: Facts): TableModel | undefined {
  const table = database.tables.get(name);
  if (table === undefined) return undefined;
  const nullable = facts.nullableColumns(database.name, name);
  const columns = [...table.columns].map(([field, column]) => ({ ...column, nullable: nullable.has(field) }));
  return { table: name, name: table.sqlName, key: table.key, columns, rows: table.rows };
}
