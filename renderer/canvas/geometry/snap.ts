import type { Position } from '#model';
import type { Rect } from './rect.ts';

/** A line on which edges or centres of cards agree: `x` or `y` is fixed, `from` to `to` is its extent on the other axis. */
export interface SnapLine {
  axis: 'x' | 'y';
  at: number;
  from: number;
  to: number;
}

export interface Snapped {
  position: Position;
  lines: SnapLine[];
}

interface Stop {
  at: number;
  rect: Rect;
}

/** Lines that a moving card may stop at, sorted, so that each frame of a drag costs a binary search. */
export interface SnapTargets {
  readonly x: readonly Stop[];
  readonly y: readonly Stop[];
}

const START = { x: (rect: Rect) => rect.x, y: (rect: Rect) => rect.y };
const SIZE = { x: (rect: Rect) => rect.width, y: (rect: Rect) => rect.height };
type Axis = 'x' | 'y';

const stopsOf = (rect: Rect, axis: Axis): number[] => {
  const start = START[axis](rect);
  const size = SIZE[axis](rect);
  return [start, start + size / 2, start + size];
};

/** Prepares the edges and centres of the cards that do not move. */
export function snapTargets(rects: readonly Rect[]): SnapTargets {
  const along = (axis: Axis) =>
    rects
      .flatMap((rect) => stopsOf(rect, axis).map((at): Stop => ({ at, rect })))
      .sort((a, b) => a.at - b.at);
  return { x: along('x'), y: along('y') };
}

/**
 * Moves a rectangle onto the nearest edges or centres of others.
 *
 * @param within how far it may be pulled, in pixels of the drawing
 */
export function snap(rect: Rect, targets: SnapTargets, within: number): Snapped {
  const position = {
    x: rect.x + (nearest(rect, 'x', targets.x, within) ?? 0),
    y: rect.y + (nearest(rect, 'y', targets.y, within) ?? 0),
  };
  const moved = { ...rect, ...position };
  return { position, lines: [...linesOn(moved, 'x', targets.x), ...linesOn(moved, 'y', targets.y)] };
}

/** The smallest shift that brings an edge or the centre onto a stop. */
function nearest(rect: Rect, axis: Axis, stops: readonly Stop[], within: number): number | undefined {
  let best: number | undefined;
  for (const own of stopsOf(rect, axis)) {
    const index = firstAtLeast(stops, own);
    for (const stop of [stops[index - 1], stops[index]]) {
      if (!stop) continue;
      const shift = stop.at - own;
      if (Math.abs(shift) <= within && (best === undefined || Math.abs(shift) < Math.abs(best))) best = shift;
    }
  }
  return best;
}

/** The lines that the rectangle lies on, each long enough to reach all cards on it. */
function linesOn(rect: Rect, axis: Axis, stops: readonly Stop[]): SnapLine[] {
  const across: Axis = axis === 'x' ? 'y' : 'x';
  return stopsOf(rect, axis).flatMap((at) => {
    const others: Rect[] = [];
    for (let index = firstAtLeast(stops, at - 0.01); index < stops.length; index++) {
      const stop = stops[index];
      if (!stop || stop.at > at + 0.01) break;
      others.push(stop.rect);
    }
    if (others.length === 0) return [];
    const all = [rect, ...others];
    const from = Math.min(...all.map(START[across]));
    const to = Math.max(...all.map((each) => START[across](each) + SIZE[across](each)));
    return [{ axis, at, from, to }];
  });
}

function firstAtLeast(stops: readonly Stop[], value: number): number {
  let low = 0;
  let high = stops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stops[middle]?.at ?? Number.POSITIVE_INFINITY) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
