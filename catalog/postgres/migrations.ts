import type { ScalarType } from '#model';
import type { ColumnModel, TableModel } from '../table.ts';

const TYPES: Readonly<Record<ScalarType, string>> = {
  id: 'text',
  string: 'text',
  integer: 'bigint',
  number: 'double precision',
  boolean: 'boolean',
  timestamp: 'timestamptz',
};

/** What rows get that were there before the column was. */
const EMPTY: Readonly<Record<ScalarType, string>> = {
  id: "''",
  string: "''",
  integer: '0',
  number: '0',
  boolean: 'false',
  timestamp: 'now()',
};

/** PostgreSQL keeps no NUL in texts. */
const NUL = '\0';

/**
 * Migrations that make the tables: one repeatable file each, which brings any earlier form of the table up to the
 * document. Nothing is ever dropped; that is left to migrations written by hand.
 *
 * @returns file name to SQL
 */
export function migrations(tables: readonly TableModel[]): Record<string, string> {
  return Object.fromEntries(tables.map((table) => [`R__${table.name}.sql`, migrationOf(table)]));
}

function migrationOf(table: TableModel): string {
  const name = quoted(table.name);
  const key = table.columns.find(({ field }) => field === table.key);
  const others = table.columns.filter((column) => column !== key);
  const definitions = [
    ...(key === undefined ? [] : [`${quoted(key.name)} ${TYPES[key.type]} PRIMARY KEY`]),
    ...others.map(definitionOf),
  ];
  return [
    '-- Written by Archwright from the tables in the document, and run again whenever it has changed. What goes',
    '-- beyond it (indexes, moved data) belongs into a file of your own beside this one, e.g. V0001__add_index.sql.',
    `CREATE TABLE IF NOT EXISTS ${name} (`,
    `  ${definitions.join(',\n  ')}`,
    ');',
    ...(others.length === 0
      ? []
      : ['', '-- An older table may lack columns, or insist on some that may be unknown now.']),
    ...others.flatMap((column) => changesOf(name, column)),
    ...seedOf(name, table),
    '',
  ].join('\n');
}

function definitionOf(column: ColumnModel): string {
  const preset = column.default === undefined ? '' : ` DEFAULT ${defaultOf(column)}`;
  return `${quoted(column.name)} ${TYPES[column.type]}${column.nullable ? '' : ' NOT NULL'}${preset}`;
}

function changesOf(table: string, column: ColumnModel): string[] {
  const name = quoted(column.name);
  if (column.nullable) {
    return [
      `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${definitionOf(column)};`,
      `ALTER TABLE ${table} ALTER COLUMN ${name} DROP NOT NULL;`,
    ];
  }
  if (column.default !== undefined)
    return [`ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${definitionOf(column)};`];
  return [
    `ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${definitionOf(column)} DEFAULT ${EMPTY[column.type]};`,
    `ALTER TABLE ${table} ALTER COLUMN ${name} DROP DEFAULT;`,
  ];
}

/** Rows to start with, for an empty table only: rows that were deleted since do not come back. */
function seedOf(table: string, { columns, rows }: TableModel): string[] {
  if (rows.length === 0) return [];
  const given = columns.filter(({ field }) => rows.some((row) => Object.hasOwn(row, field)));
  const lines = rows.map(
    (row) => `  (${given.map((column) => valueIn(column, row[column.field])).join(', ')})`,
  );
  return [
    '',
    `INSERT INTO ${table} (${given.map(({ name }) => quoted(name)).join(', ')})`,
    `SELECT ${given.map((column) => `${quoted(column.name)}::${TYPES[column.type]}`).join(', ')} FROM (VALUES`,
    lines.join(',\n'),
    `) AS seed (${given.map(({ name }) => quoted(name)).join(', ')})`,
    `WHERE NOT EXISTS (SELECT FROM ${table});`,
  ];
}

function valueIn(column: ColumnModel, value: string | number | boolean | null | undefined): string {
  if (value === undefined) return column.default === undefined ? 'NULL' : defaultOf(column);
  if (column.type === 'timestamp' && value === 'now') return 'now()';
  return literal(value);
}

function defaultOf(column: ColumnModel): string {
  if (column.type === 'timestamp' && column.default === 'now') return 'now()';
  return literal(column.default ?? null);
}

/** A constant: numbers bare, all else in quotes, in which only quotes mean something (standard_conforming_strings). */
function literal(value: string | number | boolean | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'NULL';
  return `'${value.replaceAll(NUL, '').replaceAll("'", "''")}'`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
