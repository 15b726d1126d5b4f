import type { Position } from '#model';
import { curveBetween } from './curve.ts';
import type { Rect } from './rect.ts';
import { polylineOf, type Route } from './route.ts';
import { facingSides, otherSides, portOn, type Sides } from './sides.ts';

/** Name of the card at a point that edges should be led around, if there is one. */
export type ObstacleAt = (point: Position) => string | undefined;

interface Ends {
  from: string;
  to: string;
}

/** A card in the way weighs as much as a way that is longer by this many pixels. */
const CROSSING = 400;

/**
 * The sides on which an edge leaves and enters: those that face each other or, where a card would be in the way, the
 * pair that runs under the fewest cards.
 *
 * @param obstacleAt cards that may be in the way; absent: none are looked for
 */
export function sidesBetween(from: Rect, to: Rect, ends: Ends, obstacleAt: ObstacleAt | undefined): Sides {
  const facing = facingSides(from, to);
  if (!obstacleAt) return facing;
  const cost = (sides: Sides) =>
    costOf(curveBetween(portOn(from, sides[0], 0, 1), portOn(to, sides[1], 0, 1), sides), ends, obstacleAt);
  let best = { sides: facing, cost: cost(facing) };
  for (const sides of best.cost === 0 ? [] : otherSides(facing)) {
    const candidate = cost(sides);
    if (candidate < best.cost) best = { sides, cost: candidate };
    if (candidate === 0) break;
  }
  return best.sides;
}

/** Nothing where the way is free; else the cards that it runs under and its length. */
function costOf(route: Route, { from, to }: Ends, obstacleAt: ObstacleAt): number {
  const line = polylineOf(route);
  const crossed = new Set<string>();
  for (const point of line) {
    const name = obstacleAt(point);
    if (name !== undefined && name !== from && name !== to) crossed.add(name);
  }
  return crossed.size === 0 ? 0 : crossed.size * CROSSING + lengthOf(line);
}

const lengthOf = (line: readonly Position[]) =>
  line.reduce((sum, point, index) => {
    const before = line[index - 1];
    return before ? sum + Math.hypot(point.x - before.x, point.y - before.y) : sum;
  }, 0);
