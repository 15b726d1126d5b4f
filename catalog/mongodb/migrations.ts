import type { ScalarType } from '#model';
import { instantOf } from '../instants.ts';
import type { ColumnModel, TableModel } from '../table.ts';

type Constant = string | number | boolean | null;

/** Names of BSON's types. A whole number may be too large for 32 bits, and a sum may come as a floating-point number. */
const TYPES: Readonly<Record<ScalarType, readonly string[]>> = {
  id: ['string'],
  string: ['string'],
  integer: ['int', 'long', 'double'],
  number: ['double', 'int', 'long', 'decimal'],
  boolean: ['bool'],
  timestamp: ['date'],
};

/** What documents get that were there before the field was. */
const EMPTY: Readonly<Record<ScalarType, Constant>> = {
  id: '',
  string: '',
  integer: 0,
  number: 0,
  boolean: false,
  timestamp: 'now',
};

/**
 * Descriptions of the collections, which the runtime brings any earlier form up to: one repeatable file each. Nothing
 * is ever dropped; that is left to steps written by hand.
 *
 * @returns file name to MongoDB Extended JSON
 */
export function migrations(tables: readonly TableModel[]): Record<string, string> {
  return Object.fromEntries(
    tables.map((table) => [
      `R__${table.name}.json`,
      `${JSON.stringify(collectionOf(table), undefined, 2)}\n`,
    ]),
  );
}

function collectionOf(table: TableModel) {
  const key = table.columns.find(({ field }) => field === table.key);
  const others = table.columns.filter((column) => column !== key);
  const properties = others.map((column) => [
    column.name,
    { bsonType: [...TYPES[column.type], ...(column.nullable ? ['null'] : [])] },
  ]);
  return {
    collection: table.name,
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['_id', ...others.filter(({ nullable }) => !nullable).map(({ name }) => name)],
        properties: Object.fromEntries([
          ['_id', { bsonType: key ? TYPES[key.type] : ['string'] }],
          ...properties,
        ]),
      },
    },
    // What documents get that lack the field, because they are older.
    fill: Object.fromEntries(
      others
        .filter(({ nullable, default: preset }) => !nullable || preset !== undefined)
        .map((column) => [column.name, constantOf(column, column.default ?? EMPTY[column.type])]),
    ),
    // Put into an empty collection only: what was deleted since does not come back.
    rows: table.rows.map((row) => ({
      _id: row[table.key] ?? null,
      ...Object.fromEntries(
        others.map((column) => [
          column.name,
          constantOf(column, row[column.field] ?? column.default ?? null),
        ]),
      ),
    })),
  };
}

/** A constant in Extended JSON; `now` is worked out when it is written. */
function constantOf({ type }: ColumnModel, value: Constant): unknown {
  if (type !== 'timestamp' || value === null) return value;
  return value === 'now' ? { $now: true } : { $date: instantOf(String(value)) };
}
