import type { Path } from '../problem.ts';
import { findNode, rootOf } from '../source/locate.ts';
import { addItems } from './add.ts';
import type { Draft } from './draft.ts';
import type { Value } from './edit.ts';
import { checkOldName } from './names.ts';
import { type Reference, referencesTo } from './references.ts';
import { removePaths } from './remove.ts';
import { replaceValue } from './replace.ts';

/** Removes a component with all that refers to it. */
export function removeComponent(draft: Draft, name: string): void {
  checkOldName(draft.source, name);
  const root = rootOf(draft.source);
  if (root === undefined) return;
  const paths: Path[] = [['components', name]];
  const unwrapped: Reference[] = [];
  for (const reference of referencesTo(draft.source, name)) {
    if (startsWith(reference.path, ['components', name])) continue;
    if (unwrapped.some((cache) => startsWith(reference.removal, cache.removal))) continue;
    const calls = reference.unwraps === true ? keptCalls(draft, reference, name) : [];
    if (calls.length > 0) {
      unwrapped.push(reference);
      unwrap(draft, reference.removal, calls);
    } else paths.push(reference.removal);
  }
  removePaths(draft, root, paths);
}

function startsWith(path: Path, prefix: Path): boolean {
  return prefix.every((step, index) => path[index] === step);
}

/** The calls behind a cache that do not need the removed component. */
function keptCalls(draft: Draft, cache: Reference, name: string): Value[] {
  const calls = findNode(draft.source, [...cache.removal, 'calls'])?.node.value;
  return Array.isArray(calls) ? calls.flatMap((call: Value) => without(call, name)) : [];
}

/** A call without what needs a component; nothing where nothing is left. */
function without(call: Value, name: string): Value[] {
  if (typeof call === 'string') return new RegExp(`(^|\\s)${name}\\.`).test(call) ? [] : [call];
  if (typeof call !== 'object' || call === null || Array.isArray(call)) return [call];
  const map = call as { readonly [key: string]: Value | undefined };
  const group = Object.hasOwn(map, 'all') ? 'all' : Object.hasOwn(map, 'calls') ? 'calls' : undefined;
  if (group === undefined)
    return Object.entries(map).flatMap(([key, inner]) =>
      inner === undefined ? [] : without(inner, name).map((kept) => ({ [key]: kept })),
    );
  const inner = map[group];
  const kept = Array.isArray(inner) ? inner.flatMap((item: Value) => without(item, name)) : [];
  if (map.cached === name || kept.length === 0) return kept;
  return [{ ...map, [group]: kept }];
}

/** Puts calls in the place of the cache that held them. */
function unwrap(draft: Draft, path: Path, calls: readonly Value[]): void {
  const found = findNode(draft.source, path);
  const holder = findNode(draft.source, path.slice(0, -1));
  const index = path.at(-1);
  if (found === undefined || holder === undefined) return;
  const [first = null, ...rest] = calls;
  if (holder.node.type === 'list' && typeof index === 'number') {
    replaceValue(draft, found, first);
    addItems(draft, holder, index + 1, rest);
  } else replaceValue(draft, found, rest.length === 0 ? first : { all: calls });
}
