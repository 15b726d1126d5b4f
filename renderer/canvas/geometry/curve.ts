import type { Position } from '#model';
import type { Route } from './route.ts';
import { normalOf, type Sides } from './sides.ts';

const LEAST_PULL = 28;
const MOST_PULL = 220;

/** A smooth curve that leaves and enters the cards at right angles to their sides. */
export function curveBetween(from: Position, to: Position, [fromSide, toSide]: Sides): Route {
  const pull = pullOf(from, to, [fromSide, toSide]);
  return {
    shape: 'curve',
    points: [from, pulled(from, normalOf(fromSide), pull), pulled(to, normalOf(toSide), pull), to],
  };
}

function pullOf(from: Position, to: Position, [fromSide, toSide]: Sides): number {
  const across = Math.abs(to.x - from.x);
  const down = Math.abs(to.y - from.y);
  if (fromSide === toSide) return clamp(LEAST_PULL + 0.22 * (across + down));
  const upright = fromSide === 'top' || fromSide === 'bottom';
  const corner = upright !== (toSide === 'top' || toSide === 'bottom');
  if (corner) return clamp(0.5 * Math.min(across, down) + 16);
  return clamp(0.5 * (upright ? down : across));
}

const clamp = (pull: number) => Math.min(MOST_PULL, Math.max(LEAST_PULL, pull));
const pulled = (point: Position, { x, y }: Position, by: number): Position => ({
  x: point.x + x * by,
  y: point.y + y * by,
});
