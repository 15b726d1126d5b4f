import type { Position } from '../schema/document.ts';
import { childOf, rootOf } from '../source/locate.ts';
import type { Draft } from './draft.ts';
import type { Value } from './edit.ts';
import { checkKey, type OrderOf, put, setAt } from './put.ts';

/** Writes positions: those that are there are changed in their lines, others are added at the end of `canvas`. */
export function move(draft: Draft, positions: Readonly<Record<string, Position>>, orderOf: OrderOf): void {
  const root = rootOf(draft.source);
  const canvas = root === undefined ? undefined : childOf(root, 'canvas');
  const names = Object.keys(positions);
  if (names.length === 0) return;
  for (const name of names) checkKey(name);
  const all: Record<string, Value> = Object.fromEntries(
    Object.entries(positions).map(([name, { x, y }]) => [name, { x, y }]),
  );
  if (canvas?.node.type !== 'map') setAt(draft, ['canvas'], all, orderOf);
  else put(draft, canvas, { ...(canvas.node.value as Record<string, Value>), ...all }, ['canvas'], orderOf);
}
