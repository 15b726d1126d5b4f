import type { ScalarType } from '#model';
import { instantOf } from '../instants.ts';
import type { ColumnModel, TableModel } from '../table.ts';

type Constant = string | number | boolean | null;

/** Longest text, in characters, that a filter can ask for: a term has at most 32,766 bytes. */
const LONGEST_TERM = 8_191;

/** Texts are found as a whole, by filters, and by their words, in `NAME.text`. */
const MAPPINGS: Readonly<Record<ScalarType, object>> = {
  id: { type: 'keyword' },
  string: { type: 'keyword', ignore_above: LONGEST_TERM, fields: { text: { type: 'text' } } },
  integer: { type: 'long', coerce: false },
  number: { type: 'double', coerce: false },
  boolean: { type: 'boolean' },
  timestamp: { type: 'date', format: 'strict_date_time' },
};

/** One server, so no copies; and searches find soon what was written, since a write waits for that. */
const SETTINGS = { number_of_shards: 1, number_of_replicas: 0, refresh_interval: '200ms' };

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
 * Descriptions of the indices, which the runtime brings any earlier form up to: one repeatable file each. Nothing is
 * ever dropped; that is left to steps written by hand.
 *
 * @returns file name to JSON
 */
export function migrations(tables: readonly TableModel[]): Record<string, string> {
  return Object.fromEntries(
    tables.map((table) => [`R__${table.name}.json`, `${JSON.stringify(indexOf(table), undefined, 2)}\n`]),
  );
}

function indexOf({ name, key, columns, rows }: TableModel) {
  const others = columns.filter(({ field }) => field !== key);
  return {
    // An index must not begin with an underscore.
    index: name,
    settings: SETTINGS,
    mappings: {
      // What the document does not know is refused, instead of being guessed from the first value.
      dynamic: 'strict',
      properties: Object.fromEntries(columns.map((column) => [column.name, MAPPINGS[column.type]])),
    },
    key: columns.find(({ field }) => field === key)?.name ?? key,
    // What documents get that lack the field, because they are older; `now` is worked out when it is written.
    fill: Object.fromEntries(
      others
        .filter(({ nullable, default: preset }) => !nullable || preset !== undefined)
        .map((column) => [column.name, constantOf(column, column.default ?? EMPTY[column.type])]),
    ),
    // Put into an empty index only: what was deleted since does not come back.
    rows: rows.map((row) =>
      Object.fromEntries(
        columns.map((column) => [
          column.name,
          constantOf(column, row[column.field] ?? column.default ?? null),
        ]),
      ),
    ),
  };
}

function constantOf({ type }: ColumnModel, value: Constant): unknown {
  if (type !== 'timestamp' || value === null) return value;
  return value === 'now' ? { $now: true } : instantOf(String(value));
}
