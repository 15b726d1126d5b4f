import type { Operation } from '../system/operations.ts';
import type { System } from '../system/system.ts';
import { entriesOf } from './entries.ts';
import type { Facts } from './facts.ts';
import { namespacesBy } from './namespaces.ts';
import { programOf } from './program.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Finds out what operations mean for each other: what caches hold, which columns may be unknown, and from there which
 * outputs. Which values are at hand does not depend on whether they may be unknown, so that comes first.
 */
export function analyse(system: System): Facts {
  const operations = [...system.services.values()].flatMap((service) => service.operations);
  const known: Facts = {
    system,
    namespaces: namespacesBy(operations),
    nullableColumns: () => NONE,
    nullableOutputs: () => NONE,
    entryOf: () => undefined,
  };
  const keeping = operations.filter(({ calls }) => usesCache(calls, system));
  const withEntries = settled({ ...known, ...entriesOf(keeping, known) }, keeping, (facts) => facts);
  const nullable = nullableColumnsOf(system, operations, withEntries);
  const nullableColumns: Facts['nullableColumns'] = (database, table) =>
    nullable.get(`${database} ${table}`) ?? NONE;
  return settled({ ...withEntries, nullableColumns }, keeping, withOutputs);
}

/** Takes down what is kept until it stays the same: whether it may be unknown can depend on what is kept elsewhere. */
function settled(start: Facts, keeping: readonly Operation[], complete: (facts: Facts) => Facts): Facts {
  let facts = complete(start);
  for (let round = 0, before = ''; round <= keeping.length; round += 1) {
    const { entryOf, text } = entriesOf(keeping, facts);
    if (text === before) break;
    before = text;
    facts = complete({ ...facts, entryOf });
  }
  return facts;
}

function withOutputs(facts: Facts): Facts {
  const complete: Facts = {
    ...facts,
    nullableOutputs: remembered((operation) => programOf(operation, complete).nullableOutputs),
  };
  return complete;
}

function usesCache(calls: Operation['calls'], system: System): boolean {
  return calls.some((call) => {
    if (call.type === 'call') return system.document.components[call.target]?.kind === 'cache';
    return call.type === 'cached' || usesCache(call.type === 'chance' ? [call.call] : call.calls, system);
  });
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
