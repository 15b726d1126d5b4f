import { emptyValue, type Field } from '../system/shapes.ts';
import { type Property, quote } from '../text/code.ts';
import type { Scope } from './scope.ts';

/** Helpers of the runtime that a handler uses; collected for its imports. */
export type Helpers = Set<'chance' | 'present' | 'repeat' | 'work'>;

export const UNKNOWN_VALUE = 'the document does not say where this comes from';

/**
 * A field with its value from the scope, where one of its type is at hand. One that may be unknown is insisted on,
 * unless the field may be unknown itself.
 */
export function property(name: string, { type, nullable }: Field, scope: Scope, helpers: Helpers): Property {
  const known = scope.find(name, type);
  if (known === undefined)
    return { key: name, code: nullable ? 'null' : emptyValue(type), comment: UNKNOWN_VALUE };
  if (nullable || !known.nullable) return { key: name, code: known.read() };
  helpers.add('present');
  return { key: name, code: `present(${known.read()}, ${quote(name)})` };
}

/** Code of one value, e.g. a key. @param fallback code where nothing is at hand */
export function valueOr(
  name: string | undefined,
  scope: Scope,
  helpers: Helpers,
  fallback: string,
): { code: string; type?: Field['type'] } {
  const known = name === undefined ? undefined : scope.find(name);
  if (known === undefined || name === undefined) return { code: fallback };
  if (!known.nullable) return { code: known.read(), type: known.type };
  helpers.add('present');
  return { code: `present(${known.read()}, ${quote(name)})`, type: known.type };
}
