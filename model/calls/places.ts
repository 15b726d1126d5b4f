import type { Path } from '../problem.ts';
import type { CallSpec, Operation } from '../schema/kinds/service.ts';
import { type CallError, isAll, isCached, type LeafCall, parseCallText } from './parse.ts';

/** A cache that calls are looked up in. */
export interface CacheUse {
  type: 'cache';
  target: string;
}

/** A call with its place below an operation's `calls`. */
export interface CallPlace {
  path: Path;
  call: LeafCall | CacheUse | CallError;
}

const known = new WeakMap<object, readonly CallPlace[]>();

/**
 * Every call of an operation with its place, texts that are no call included.
 *
 * @param operation an operation of a service
 * @returns places below the operation, in order
 */
export function callPlaces(operation: Operation): readonly CallPlace[] {
  const calls = operation.calls;
  if (calls === undefined) return [];
  let places = known.get(calls);
  if (places === undefined) {
    const found: CallPlace[] = [];
    collectAll(calls, ['calls'], found);
    places = found;
    known.set(calls, places);
  }
  return places;
}

function collectAll(specs: readonly CallSpec[], path: Path, into: CallPlace[]): void {
  specs.forEach((spec, index) => {
    collect(spec, [...path, index], into);
  });
}

function collect(spec: CallSpec, path: Path, into: CallPlace[]): void {
  if (typeof spec === 'string') into.push({ path, call: parseCallText(spec) });
  else if (isAll(spec)) collectAll(spec.all, [...path, 'all'], into);
  else if (isCached(spec)) {
    into.push({ path: [...path, 'cached'], call: { type: 'cache', target: spec.cached } });
    collectAll(spec.calls, [...path, 'calls'], into);
  } else for (const [percent, inner] of Object.entries(spec)) collect(inner, [...path, percent], into);
}
