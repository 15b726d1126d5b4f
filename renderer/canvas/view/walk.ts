import type { Position } from '#model';
import type { Scene } from '../scene/scene.ts';

/**
 * The order in which Tab walks over components: along the connections, from where nothing comes in, each component
 * once.
 */
export function walkOrder(scene: Scene): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const next = new Map<string, string[]>();
  const entered = new Set<string>();
  for (const { from, to } of scene.edges) {
    entered.add(to);
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  }
  const starts = [...scene.names.filter((name) => !entered.has(name)), ...scene.names];
  for (const start of starts) {
    const stack = [start];
    for (let name = stack.pop(); name !== undefined; name = stack.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      order.push(name);
      stack.push(...(next.get(name) ?? []).filter((each) => !seen.has(each)).reverse());
    }
  }
  return order;
}

/** The component nearest to a place. */
export function nearestTo(scene: Scene, { x, y }: Position): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [name, rect] of scene.rects) {
    const distance = Math.hypot(rect.x + rect.width / 2 - x, rect.y + rect.height / 2 - y);
    if (distance < least) {
      least = distance;
      best = name;
    }
  }
  return best;
}
