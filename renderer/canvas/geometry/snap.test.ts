import { describe, expect, test } from 'vitest';
import { cardAt } from './rect.ts';
import { snap, snapTargets } from './snap.ts';

const other = cardAt({ x: 400, y: 200 });

describe('snapping', () => {
  test('pulls an edge onto an edge that is near', () => {
    const { position, lines } = snap(cardAt({ x: 403, y: 500 }), snapTargets([other]), 6);
    expect(position).toEqual({ x: 400, y: 500 });
    expect(lines).toContainEqual({ axis: 'x', at: 400, from: 200, to: 564 });
  });

  test('pulls a centre onto a centre, on the axis that is near only', () => {
    const { position } = snap({ x: 450, y: 500, width: 80, height: 20 }, snapTargets([other]), 6);
    expect(position).toEqual({ x: 452, y: 500 });
  });

  test('leaves alone what is farther away than the pull', () => {
    const { position, lines } = snap(cardAt({ x: 410, y: 500 }), snapTargets([other]), 6);
    expect(position).toEqual({ x: 410, y: 500 });
    expect(lines).toEqual([]);
  });

  test('takes the nearest of several', () => {
    const { position } = snap(
      cardAt({ x: 403, y: 900 }),
      snapTargets([cardAt({ x: 398, y: 0 }), cardAt({ x: 405, y: 100 })]),
      6,
    );
    expect(position.x).toBe(405);
  });

  test('draws a line that reaches every card on it', () => {
    const { lines } = snap(
      cardAt({ x: 0, y: 300 }),
      snapTargets([cardAt({ x: 0, y: 0 }), cardAt({ x: 0, y: 900 })]),
      6,
    );
    expect(lines).toContainEqual({ axis: 'x', at: 0, from: 0, to: 964 });
  });
});
