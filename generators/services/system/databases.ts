import type { ColumnModel } from '#catalog';
import {
  type Column,
  type DatabaseComponent,
  type FieldType,
  SCALAR_TYPES,
  type ScalarType,
  type Table as TableSpec,
} from '#model';
import { camelCase, identifiersFor, pascalCase, singular, snakeCase } from '../text/identifiers.ts';
import type { Named, Service } from './names.ts';
import { leavesOf } from './operations.ts';
import type { Field } from './shapes.ts';

export interface Table {
  /** As the document names it: also the property of the port. */
  name: string;
  /** Name in the database. */
  sqlName: string;
  /** Name of the row's type, e.g. `OrdersRow`. */
  rowType: string;
  key: string;
  columns: ReadonlyMap<string, Omit<ColumnModel, 'nullable'>>;
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

export interface Database extends Named {
  tables: ReadonlyMap<string, Table>;
}

/** A database's tables. One without any gets a table of what the operations that use it take and give. */
export function databaseOf(
  named: Named,
  component: DatabaseComponent,
  services: readonly Service[],
): Database {
  const specs = Object.entries(component.tables ?? {});
  const entries = specs.length > 0 ? specs : [impliedTable(named, services)];
  const sqlNames = identifiersFor(
    entries.map(([name]) => name),
    snakeCase,
  );
  const types = identifiersFor(
    entries.map(([name]) => name),
    (name) => `${pascalCase(name)}Row`,
  );
  const tables = entries.map(([name, spec]): [string, Table] => [
    name,
    {
      name,
      sqlName: sqlNames.get(name) ?? name,
      rowType: types.get(name) ?? name,
      key: spec.key,
      columns: columnsOf(spec),
      rows: spec.rows ?? [],
    },
  ]);
  return { ...named, tables: new Map(tables) };
}

function columnsOf({ key, columns }: TableSpec): Map<string, Omit<ColumnModel, 'nullable'>> {
  const all: [string, Column][] = Object.hasOwn(columns, key)
    ? Object.entries(columns)
    : [[key, 'id'], ...Object.entries(columns)];
  const names = identifiersFor(
    all.map(([field]) => field),
    snakeCase,
  );
  return new Map(
    all.map(([field, column]) => {
      const type = typeof column === 'string' ? column : column.type;
      const preset = typeof column === 'string' ? undefined : column.default;
      const base = { field, name: names.get(field) ?? field, type };
      return [field, preset === undefined || preset === null ? base : { ...base, default: preset }];
    }),
  );
}

function impliedTable({ name, id }: Named, services: readonly Service[]): [string, TableSpec] {
  const table = camelCase(name.replace(/-db$/, '')) || id;
  const users = services
    .flatMap(({ operations }) => operations)
    .filter(({ calls }) => leavesOf(calls).some(({ target }) => target === name));
  const columns: Record<string, ScalarType> = {};
  for (const { input, output } of users) {
    for (const shape of [input, Array.isArray(output) ? output[0] : (output ?? {})]) {
      for (const [field, type] of Object.entries(shape)) if (isScalar(type)) columns[field] ??= type;
    }
  }
  const key = `${singular(table)}Id`;
  return Object.hasOwn(columns, key)
    ? [table, { key, columns }]
    : [table, { key: 'id', columns: { id: 'id', ...columns } }];
}

function isScalar(type: FieldType): type is ScalarType {
  return typeof type === 'string' && (SCALAR_TYPES as readonly string[]).includes(type);
}

/** Fields of a row. @param nullable names of the columns that may be unknown */
export function rowFields(table: Table, nullable: ReadonlySet<string>): Map<string, Field> {
  return new Map(
    [...table.columns].map(([field, { type }]) => [field, { type, nullable: nullable.has(field) }]),
  );
}
