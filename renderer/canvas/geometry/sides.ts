import type { Position } from '#model';
import type { Rect } from './rect.ts';

/** Side of a card on which an edge begins or ends. */
export type Side = 'left' | 'right' | 'top' | 'bottom';
export type Sides = readonly [from: Side, to: Side];

/** Room between two cards from which on an edge runs from side to side. */
const ROOM = 28;
/** Part of a side's length on which edges may end. */
const USABLE = 0.66;
/** Distance between the ends of edges on one side, where there is room for it. */
const SPACING = 14;

const NORMAL: Record<Side, Position> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  top: { x: 0, y: -1 },
  bottom: { x: 0, y: 1 },
};

/** Direction that points away from a card. */
export const normalOf = (side: Side): Position => NORMAL[side];

/** The sides of two cards that face each other: beside each other where there is room, else above and below. */
export function facingSides(from: Rect, to: Rect): Sides {
  if (to.x - (from.x + from.width) >= ROOM) return ['right', 'left'];
  if (from.x - (to.x + to.width) >= ROOM) return ['left', 'right'];
  return to.y >= from.y ? ['bottom', 'top'] : ['top', 'bottom'];
}

/** Other pairs of sides that may lead around what stands in between, the likeliest first. */
export function otherSides([from, to]: Sides): readonly Sides[] {
  if (from === 'top' || from === 'bottom')
    return [
      ['right', 'right'],
      ['left', 'left'],
    ];
  return [
    [from, 'bottom'],
    [from, 'top'],
    ['bottom', to],
    ['top', to],
    ['bottom', 'bottom'],
    ['top', 'top'],
  ];
}

/**
 * Where on a side an edge ends, when several share it.
 *
 * @param order its place among the edges of the side, from the left or the top
 * @param count how many share the side
 */
export function portOn(card: Rect, side: Side, order: number, count: number): Position {
  const upright = side === 'left' || side === 'right';
  const length = (upright ? card.height : card.width) * USABLE;
  const spacing = count > 1 ? Math.min(SPACING, length / (count - 1)) : 0;
  const shift = (order - (count - 1) / 2) * spacing;
  if (upright)
    return { x: side === 'left' ? card.x : card.x + card.width, y: card.y + card.height / 2 + shift };
  return { x: card.x + card.width / 2 + shift, y: side === 'top' ? card.y : card.y + card.height };
}
