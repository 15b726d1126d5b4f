import type { Position } from '#model';
import { CARD } from './positions.ts';

/**
 * A curve from card to card: it leaves and enters at the sides that face each other.
 *
 * @returns the path's data, and the point that its label stands at
 */
export function route(from: Position, to: Position): { path: string; middle: Position } {
  const beside = Math.abs(to.x - from.x) >= CARD.width;
  return beside ? sideways(from, to) : upright(from, to);
}

function sideways(from: Position, to: Position) {
  const right = to.x > from.x;
  const start = { x: right ? from.x + CARD.width : from.x, y: from.y + CARD.height / 2 };
  const end = { x: right ? to.x : to.x + CARD.width, y: to.y + CARD.height / 2 };
  const bend = (end.x - start.x) / 2;
  return curve(start, { x: start.x + bend, y: start.y }, { x: end.x - bend, y: end.y }, end);
}

function upright(from: Position, to: Position) {
  const down = to.y > from.y;
  const start = { x: from.x + CARD.width / 2, y: down ? from.y + CARD.height : from.y };
  const end = { x: to.x + CARD.width / 2, y: down ? to.y : to.y + CARD.height };
  const bend = (end.y - start.y) / 2;
  return curve(start, { x: start.x, y: start.y + bend }, { x: end.x, y: end.y - bend }, end);
}

function curve(start: Position, first: Position, second: Position, end: Position) {
  const point = ({ x, y }: Position) => `${x} ${y}`;
  return {
    path: `M${point(start)}C${point(first)} ${point(second)} ${point(end)}`,
    middle: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 - 4 },
  };
}
