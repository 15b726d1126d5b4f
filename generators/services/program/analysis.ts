import type { Operation } from '../system/operations.ts';
import type { Field } from '../system/shapes.ts';
import type { System } from '../system/system.ts';
import type { Entry, Facts } from './facts.ts';
import { namespacesBy } from './namespaces.ts';
import { programOf } from './program.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Finds out what operations mean for each other: what caches hold, which columns may be unknown, and from there which
 * outputs. Which values are at hand does not depend on whether they may be unknown, so the order is fixed.
 */
export function analyse(system: System): Facts {
  const operations = [...system.services.values()].flatMap((service) => service.operations);
  const entries = new Map<string, Entry & { loaded: boolean }>();
  const optimistic: Facts = {
    system,
    namespaces: namespacesBy(operations),
    nullableColumns: () => NONE,
    nullableOutputs: () => NONE,
    entryOf: (cache, namespace) => entries.get(`${cache} ${namespace}`),
  };
  for (const operation of operations)
    programOf(operation, optimistic, { kept: (entry) => keep(entries, entry) });
  const nullable = nullableColumnsOf(system, operations, optimistic);
  const facts: Facts = {
    ...optimistic,
    nullableColumns: (database, table) => nullable.get(`${database} ${table}`) ?? NONE,
    nullableOutputs: remembered((operation) => programOf(operation, facts).nullableOutputs),
  };
  // What is kept is taken down again, now that it is known what may be unknown.
  const found = [...entries];
  entries.clear();
  for (const [key, entry] of found) if (!entry.loaded) entries.set(key, entry);
  for (const operation of operations)
    programOf(operation, facts, { kept: (entry) => entry.loaded && keep(entries, entry) });
  return facts;
}

function keep(
  entries: Map<string, Entry & { loaded: boolean }>,
  entry: Entry & { cache: string; namespace: string; loaded: boolean },
): void {
  const key = `${entry.cache} ${entry.namespace}`;
  const known = entries.get(key);
  const { kind, fields, loaded } = entry;
  if (known === undefined || (loaded && !known.loaded))
    entries.set(key, { kind, fields: plain(fields), loaded });
  else if (!known.loaded && !loaded) entries.set(key, { ...known, fields: common(known.fields, fields) });
}

function plain(fields: Entry['fields']): Map<string, Field> {
  return new Map([...fields].map(([name, { type, nullable }]) => [name, { type, nullable }]));
}

/** Fields of two kinds of entries: those that not both have may be unknown. */
function common(a: Entry['fields'], b: Entry['fields']): Map<string, Field> {
  const all = new Map([...plain(b), ...plain(a)]);
  return new Map(
    [...all].map(([name, { type, nullable }]) => [
      name,
      { type, nullable: nullable || !a.has(name) || !b.has(name) },
    ]),
  );
}

/**
 * Columns that may be unknown: without a default, and left out by some operation that makes rows (or by a row of the
 * document). Operations that are given the key change rows that are there, unless no other makes any.
 */
function nullableColumnsOf(
  system: System,
  operations: readonly Operation[],
  facts: Facts,
): Map<string, Set<string>> {
  const writes = new Map<string, { fields: ReadonlySet<string>; keyGiven: boolean }[]>();
  for (const operation of operations) {
    programOf(operation, facts, {
      wrote: ({ database, table, ...write }) => {
        const key = `${database} ${table}`;
        writes.set(key, [...(writes.get(key) ?? []), write]);
      },
    });
  }
  const nullable = new Map<string, Set<string>>();
  for (const database of system.databases.values()) {
    for (const table of database.tables.values()) {
      const key = `${database.name} ${table.name}`;
      const all = writes.get(key) ?? [];
      const making = all.some(({ keyGiven }) => !keyGiven) ? all.filter(({ keyGiven }) => !keyGiven) : all;
      const columns = [...table.columns].flatMap(([field, column]) => {
        if (field === table.key || column.default !== undefined) return [];
        const missing =
          making.some(({ fields }) => !fields.has(field)) ||
          table.rows.some((row) => (row[field] ?? null) === null);
        return missing ? [field] : [];
      });
      nullable.set(key, new Set(columns));
    }
  }
  return nullable;
}

/** Remembers results. In a cycle of calls every field counts as unknown until the cycle is closed. */
function remembered(
  compute: (operation: Operation) => ReadonlySet<string>,
): (operation: Operation) => ReadonlySet<string> {
  const results = new Map<Operation, ReadonlySet<string>>();
  return (operation) => {
    const known = results.get(operation);
    if (known !== undefined) return known;
    const shape = Array.isArray(operation.output) ? operation.output[0] : operation.output;
    results.set(operation, new Set(Object.keys(shape ?? {})));
    const result = compute(operation);
    results.set(operation, result);
    return result;
  };
}
