import type { ScalarType } from '#model';
import { instantOf } from '../instants.ts';
import type { ColumnModel, TableModel } from '../table.ts';
import { literal, NOW, quoted } from './literals.ts';

const TYPES: Readonly<Record<ScalarType, string>> = {
  // Short enough to be a key: an index holds at most 3,072 bytes.
  id: 'varchar(255)',
  string: 'longtext',
  integer: 'bigint',
  number: 'double',
  boolean: 'boolean',
  // UTC; `timestamp` would end in 2038.
  timestamp: 'datetime(3)',
};

/** What rows get that were there before the column was. */
const EMPTY: Readonly<Record<ScalarType, string>> = {
  id: "''",
  string: "('')",
  integer: '0',
  number: '0',
  boolean: 'false',
  timestamp: NOW,
};

/**
 * Migrations that make the tables: one repeatable file each, which brings any earlier form of the table up to the
 * document. Nothing is ever dropped; that is left to migrations written by hand.
 *
 * @param collation of texts; the engines name the one that tells all texts apart differently
 * @returns file name to SQL
 */
export function migrations(tables: readonly TableModel[], collation: string): Record<string, string> {
  return Object.fromEntries(
    tables.map((table) => [`R__${table.name}.sql`, migrationOf(table, collation)] as const),
  );
}

function migrationOf(table: TableModel, collation: string): string {
  const name = quoted(table.name);
  const key = table.columns.find(({ field }) => field === table.key);
  const others = table.columns.filter((column) => column !== key);
  const definitions = [
    ...(key === undefined ? [] : [`${quoted(key.name)} ${keyType(key.type)} PRIMARY KEY`]),
    ...others.map(definitionOf),
  ];
  return [
    '-- Written by Archwright from the tables in the document, and run again whenever it has changed. What goes',
    '-- beyond it (indexes, moved data) belongs into a file of your own beside this one, e.g. V0001__add_index.sql.',
    `CREATE TABLE IF NOT EXISTS ${name} (`,
    `  ${definitions.join(',\n  ')}`,
    `) DEFAULT CHARACTER SET utf8mb4 COLLATE ${collation};`,
    ...(others.length === 0
      ? []
      : ['', '-- An older table may lack columns, or insist on some that may be unknown now.']),
    ...others.flatMap((column) => changesOf(table.name, column)),
    ...seedOf(name, table),
    '',
  ].join('\n');
}

/** A text cannot be a key as a whole. */
function keyType(type: ScalarType): string {
  return type === 'string' ? TYPES.id : TYPES[type];
}

function definitionOf(column: ColumnModel): string {
  const preset = column.default === undefined ? '' : ` DEFAULT ${defaultOf(column)}`;
  return `${quoted(column.name)} ${TYPES[column.type]}${column.nullable ? '' : ' NOT NULL'}${preset}`;
}

/** Changes for an older table. MySQL has no `ADD COLUMN IF NOT EXISTS`, so the catalogue is asked. */
function changesOf(table: string, column: ColumnModel): string[] {
  const alter = `ALTER TABLE ${quoted(table)}`;
  const lacks = (change: string) => when(`NOT EXISTS (${lookUp(table, column.name)})`, change);
  if (column.nullable) {
    return [
      ...lacks(`${alter} ADD COLUMN ${definitionOf(column)}`),
      ...when(
        `EXISTS (${lookUp(table, column.name)} AND is_nullable = 'NO')`,
        `${alter} MODIFY COLUMN ${definitionOf(column)}`,
      ),
    ];
  }
  if (column.default !== undefined) return lacks(`${alter} ADD COLUMN ${definitionOf(column)}`);
  return [
    ...lacks(`${alter} ADD COLUMN ${definitionOf(column)} DEFAULT ${EMPTY[column.type]}`),
    `${alter} ALTER COLUMN ${quoted(column.name)} DROP DEFAULT;`,
  ];
}

function lookUp(table: string, column: string): string {
  return `SELECT 1 FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ${literal(table)} AND column_name = ${literal(column)}`;
}

/** A statement that runs under a condition. */
function when(condition: string, statement: string): string[] {
  return [
    `SET @change = IF(${condition}, ${literal(statement)}, 'DO 0');`,
    'PREPARE change_table FROM @change; EXECUTE change_table; DEALLOCATE PREPARE change_table;',
  ];
}

/** Rows to start with, for an empty table only: rows that were deleted since do not come back. */
function seedOf(table: string, { columns, rows }: TableModel): string[] {
  if (rows.length === 0) return [];
  // A column that must be given has to be named even where no row gives it: the server asks before it counts the rows.
  const given = columns.filter(
    ({ field, nullable, default: preset }) =>
      rows.some((row) => Object.hasOwn(row, field)) || (!nullable && preset === undefined),
  );
  const selects = rows.map((row, index) => {
    const values = given.map((column) => {
      const value = valueIn(column, row[column.field]);
      return index === 0 ? `${value} AS ${quoted(column.name)}` : value;
    });
    return `  SELECT ${values.join(', ')}`;
  });
  return [
    '',
    `INSERT INTO ${table} (${given.map(({ name }) => quoted(name)).join(', ')})`,
    'SELECT * FROM (',
    selects.join(' UNION ALL\n'),
    `) AS seed WHERE NOT EXISTS (SELECT 1 FROM ${table});`,
  ];
}

function valueIn(column: ColumnModel, value: string | number | boolean | null | undefined): string {
  if (value === undefined) return column.default === undefined ? 'NULL' : constantOf(column, column.default);
  return constantOf(column, value);
}

/** Long texts take a default in parentheses only. */
function defaultOf(column: ColumnModel): string {
  const constant = constantOf(column, column.default ?? null);
  return column.type === 'string' ? `(${constant})` : constant;
}

function constantOf({ type }: ColumnModel, value: string | number | boolean | null): string {
  if (type !== 'timestamp') return literal(value);
  if (value === 'now') return NOW;
  // In UTC, without saying so.
  return literal(typeof value === 'string' ? instantOf(value).replace(/T(.*)Z$/, ' $1') : value);
}
