import type { Position } from '#model';
import { CARD, cardAt, GRID, grown, onGrid } from './rect.ts';
import type { SpatialIndex } from './spatial-index.ts';

/** Room that a new card keeps from the others. */
const MARGIN = 24;
/** How far the search goes on to look, in rings around the wished place. */
const RINGS = 60;
const STEP = { x: CARD.width + 2 * MARGIN, y: CARD.height + 2 * MARGIN };

/**
 * A place for a new card that covers no other, as near as possible to a wished one.
 *
 * @param wished where the card's centre should be
 * @returns the card's upper left corner, on the grid
 */
export function freeSpot(wished: Position, index: SpatialIndex): Position {
  const corner = onGrid({ x: wished.x - CARD.width / 2, y: wished.y - CARD.height / 2 });
  for (let ring = 0; ring <= RINGS; ring++) {
    for (const offset of ringOffsets(ring)) {
      const spot = { x: corner.x + offset.x, y: corner.y + offset.y };
      if (index.query(grown(cardAt(spot), MARGIN - GRID)).length === 0) return spot;
    }
  }
  return corner;
}

/** Offsets of one ring, nearest first; half steps, so that gaps between cards are found. */
function ringOffsets(ring: number): Position[] {
  if (ring === 0) return [{ x: 0, y: 0 }];
  const offsets: Position[] = [];
  for (let column = -ring; column <= ring; column++) {
    for (let row = -ring; row <= ring; row++) {
      if (Math.max(Math.abs(column), Math.abs(row)) !== ring) continue;
      offsets.push(onGrid({ x: (column * STEP.x) / 2, y: (row * STEP.y) / 2 }));
    }
  }
  return offsets.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
}
