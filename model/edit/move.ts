import type { Position } from '../schema/document.ts';
import { childOf, rootOf } from '../source/locate.ts';
import { addEntries } from './add.ts';
import type { Draft } from './draft.ts';
import type { Value } from './edit.ts';
import { checkKey, type OrderOf, put, setAt } from './put.ts';

/** Writes positions: those that are there are changed in their lines, others are added at the end of `canvas`. */
export function move(draft: Draft, positions: Readonly<Record<string, Position>>, orderOf: OrderOf): void {
  const root = rootOf(draft.source);
  const canvas = root === undefined ? undefined : childOf(root, 'canvas');
  const fresh: [string, Value][] = [];
  for (const [name, { x, y }] of Object.entries(positions)) {
    checkKey(name);
    const found = canvas === undefined ? undefined : childOf(canvas, name);
    if (found === undefined) fresh.push([name, { x, y }]);
    else put(draft, found, { x, y }, ['canvas', name], orderOf);
  }
  if (fresh.length === 0) return;
  if (canvas?.node.type === 'map') addEntries(draft, canvas, fresh);
  else setAt(draft, ['canvas'], Object.fromEntries(fresh), orderOf);
}
