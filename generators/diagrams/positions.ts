import type { ArchDocument, GraphEdge, Position } from '#model';
import { byText } from '../text/names.ts';

export const CARD = { width: 208, height: 72 };
const GAP = { x: 112, y: 40 };

/**
 * Where every component stands: at its place on the canvas, or, where it has none, below the others in layers that
 * follow the arrows.
 */
export function positionsOf(document: ArchDocument, edges: readonly GraphEdge[]): Map<string, Position> {
  const names = Object.keys(document.components).sort(byText);
  const placed = new Map<string, Position>();
  for (const name of names) {
    const position = document.canvas[name];
    if (position !== undefined && Object.hasOwn(document.canvas, name)) placed.set(name, position);
  }
  const unplaced = names.filter((name) => !placed.has(name));
  const top =
    placed.size === 0 ? 0 : Math.max(...[...placed.values()].map(({ y }) => y)) + CARD.height + 2 * GAP.y;
  const left = placed.size === 0 ? 0 : Math.min(...[...placed.values()].map(({ x }) => x));
  const rows = new Map<number, number>();
  const layers = layersOf(unplaced, edges);
  for (const name of unplaced) {
    const layer = layers.get(name) ?? 0;
    const row = rows.get(layer) ?? 0;
    rows.set(layer, row + 1);
    placed.set(name, { x: left + layer * (CARD.width + GAP.x), y: top + row * (CARD.height + GAP.y) });
  }
  return placed;
}

/** Longest way to each component from one that nobody calls; arrows back into a cycle do not count. */
function layersOf(names: readonly string[], edges: readonly GraphEdge[]): Map<string, number> {
  const wanted = new Set(names);
  const inner = edges.filter(({ from, to }) => wanted.has(from) && wanted.has(to) && from !== to);
  const outgoing = new Map<string, string[]>(names.map((name) => [name, []]));
  const waiting = new Map<string, number>(names.map((name) => [name, 0]));
  for (const { from, to } of inner) {
    outgoing.get(from)?.push(to);
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
  }
  const layers = new Map<string, number>(names.map((name) => [name, 0]));
  const done = new Set<string>();
  const ready = names.filter((name) => waiting.get(name) === 0);
  let next = 0;
  while (done.size < names.length) {
    // In a cycle nobody comes first: the first by name does.
    const name = ready.shift() ?? names[next++];
    if (name === undefined || done.has(name)) continue;
    done.add(name);
    for (const to of outgoing.get(name) ?? []) {
      if (done.has(to)) continue;
      layers.set(to, Math.max(layers.get(to) ?? 0, (layers.get(name) ?? 0) + 1));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  return layers;
}
