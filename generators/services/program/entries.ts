import type { Operation } from '../system/operations.ts';
import type { Field } from '../system/shapes.ts';
import type { Entry, Facts } from './facts.ts';
import { programOf } from './program.ts';

interface KeptEntry extends Entry {
  /** By a read-through cache, which alone decides then. */
  loaded: boolean;
}

/**
 * What operations keep in caches, as far as `facts` tells.
 *
 * @returns the entries, and a text of them all to tell whether they have changed
 */
export function entriesOf(
  operations: readonly Operation[],
  facts: Facts,
): Pick<Facts, 'entryOf'> & { text: string } {
  const entries = new Map<string, KeptEntry>();
  for (const operation of operations) {
    programOf(operation, facts, {
      kept: ({ cache, namespace, ...entry }) => {
        const key = `${cache} ${namespace}`;
        entries.set(key, merged(entries.get(key), { ...entry, fields: plain(entry.fields) }));
      },
    });
  }
  const text = JSON.stringify([...entries].map(([key, { kind, fields }]) => [key, kind, [...fields]]));
  return { entryOf: (cache, namespace) => entries.get(`${cache} ${namespace}`), text };
}

function merged(known: KeptEntry | undefined, entry: KeptEntry): KeptEntry {
  if (known === undefined || (entry.loaded && !known.loaded)) return entry;
  return known.loaded || entry.loaded ? known : { ...known, fields: common(known.fields, entry.fields) };
}

function plain(fields: Entry['fields']): Map<string, Field> {
  return new Map([...fields].map(([name, { type, nullable }]) => [name, { type, nullable }]));
}

/** Fields of two kinds of entries: those that not both have, or that one may not know, may be unknown. */
function common(a: Entry['fields'], b: Entry['fields']): Map<string, Field> {
  const unknown = (name: string) => [a, b].some((fields) => fields.get(name)?.nullable !== false);
  return new Map([...b, ...a].map(([name, { type }]) => [name, { type, nullable: unknown(name) }]));
}
