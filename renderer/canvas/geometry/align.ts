import type { Position } from '#model';
import { boundsOf, onGrid, type Rect } from './rect.ts';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'horizontal' | 'vertical';
type Placed = ReadonlyMap<string, Rect>;

/** Where cards come to lie when they are brought onto one line. Cards that stay are left out. */
export function aligned(cards: Placed, alignment: Alignment): Map<string, Position> {
  const bounds = boundsOf(cards.values());
  const positions = new Map<string, Position>();
  if (!bounds) return positions;
  for (const [name, card] of cards) positions.set(name, onGrid(alignedCard(card, bounds, alignment)));
  return changedOnly(positions, cards);
}

function alignedCard(card: Rect, bounds: Rect, alignment: Alignment): Position {
  switch (alignment) {
    case 'left':
      return { x: bounds.x, y: card.y };
    case 'centre':
      return { x: bounds.x + (bounds.width - card.width) / 2, y: card.y };
    case 'right':
      return { x: bounds.x + bounds.width - card.width, y: card.y };
    case 'top':
      return { x: card.x, y: bounds.y };
    case 'middle':
      return { x: card.x, y: bounds.y + (bounds.height - card.height) / 2 };
    case 'bottom':
      return { x: card.x, y: bounds.y + bounds.height - card.height };
  }
}

/** Where cards come to lie when the gaps between them are made equal; the outermost two stay. */
export function distributed(cards: Placed, axis: Axis): Map<string, Position> {
  const start = axis === 'horizontal' ? 'x' : 'y';
  const size = axis === 'horizontal' ? 'width' : 'height';
  const ordered = [...cards].sort(([, a], [, b]) => a[start] - b[start]);
  const positions = new Map<string, Position>();
  const bounds = boundsOf(cards.values());
  if (!bounds || ordered.length < 3) return positions;
  const filled = ordered.reduce((sum, [, card]) => sum + card[size], 0);
  const gap = (bounds[size] - filled) / (ordered.length - 1);
  let next = bounds[start];
  for (const [name, card] of ordered) {
    positions.set(name, onGrid({ x: card.x, y: card.y, [start]: next }));
    next += card[size] + gap;
  }
  return changedOnly(positions, cards);
}

function changedOnly(positions: Map<string, Position>, cards: Placed): Map<string, Position> {
  return new Map(
    [...positions].filter(([name, { x, y }]) => cards.get(name)?.x !== x || cards.get(name)?.y !== y),
  );
}
