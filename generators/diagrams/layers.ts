import { byText } from '../text/names.ts';

/** An arrow from one thing to another. */
export interface Arrow {
  from: string;
  to: string;
}

/**
 * Things in layers that follow the arrows, those of a layer in the order in which the arrows into it do not cross more
 * than they must. What no arrow meets fills the layers from below, so that none grows long.
 */
export function layersOf(things: readonly string[], arrows: readonly Arrow[]): string[][] {
  const names = [...things].sort(byText);
  const known = new Set(names);
  const inner = sorted(arrows.filter(({ from, to }) => from !== to && known.has(from) && known.has(to)));
  const met = new Set(inner.flatMap(({ from, to }) => [from, to]));
  const depths = depthsOf(
    names.filter((name) => met.has(name)),
    inner,
  );
  const layers: string[][] = [];
  for (const [name, depth] of depths) put(layers, depth, name);
  const ordered = inOrder(layers, inner);
  const alone = names.filter((name) => !met.has(name));
  const columns = Math.max(ordered.length, Math.ceil(Math.sqrt(alone.length)));
  for (const [index, name] of alone.entries()) put(ordered, index % columns, name);
  return ordered;
}

function put(layers: string[][], depth: number, name: string): void {
  const layer = layers[depth];
  if (layer) layer.push(name);
  else layers[depth] = [name];
}

/** Each arrow once, in an order that does not depend on the one they came in: sums of fractions would. */
function sorted(arrows: readonly Arrow[]): Arrow[] {
  const single = new Map(arrows.map((arrow) => [`${arrow.from} ${arrow.to}`, arrow]));
  return [...single].toSorted(([a], [b]) => byText(a, b)).map(([, arrow]) => arrow);
}

/** Longest way to each from one that no arrow leads to; arrows back into a cycle do not count. */
function depthsOf(names: readonly string[], arrows: readonly Arrow[]): Map<string, number> {
  const next = new Map<string, string[]>(names.map((name) => [name, []]));
  const waiting = new Map<string, number>(names.map((name) => [name, 0]));
  for (const { from, to } of arrows) {
    next.get(from)?.push(to);
    waiting.set(to, (waiting.get(to) ?? 0) + 1);
  }
  const depths = new Map<string, number>(names.map((name) => [name, 0]));
  const ready = names.filter((name) => waiting.get(name) === 0);
  const left = new Set(names);
  while (left.size > 0) {
    const name = ready.shift() ?? leastWaiting(left, waiting);
    if (!left.delete(name)) continue;
    for (const to of next.get(name) ?? []) {
      if (!left.has(to)) continue;
      depths.set(to, Math.max(depths.get(to) ?? 0, (depths.get(name) ?? 0) + 1));
      const remaining = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, remaining);
      if (remaining === 0) ready.push(to);
    }
  }
  return depths;
}

/** In a cycle nobody comes first: the one that the fewest lead to does, of several the first by name. */
function leastWaiting(left: ReadonlySet<string>, waiting: ReadonlyMap<string, number>): string {
  return [...left].reduce((best, name) =>
    (waiting.get(name) ?? 0) < (waiting.get(best) ?? 0) ? name : best,
  );
}

/** Puts every layer in the order of the middle of what leads to its members (Sugiyama's barycentre rule). */
function inOrder(layers: readonly string[][], arrows: readonly Arrow[]): string[][] {
  const before = new Map<string, string[]>();
  for (const { from, to } of arrows) before.set(to, [...(before.get(to) ?? []), from]);
  const places = new Map<string, number>();
  return layers.map((layer) => {
    const middle = (name: string) => {
      const known = (before.get(name) ?? []).flatMap((from) => places.get(from) ?? []);
      return known.length === 0 ? 0.5 : known.reduce((sum, place) => sum + place, 0) / known.length;
    };
    const keyed = layer.map((name) => ({ name, key: middle(name) }));
    const ordered = keyed.toSorted((a, b) => a.key - b.key || byText(a.name, b.name)).map(({ name }) => name);
    for (const [index, name] of ordered.entries()) places.set(name, (index + 0.5) / ordered.length);
    return ordered;
  });
}
