import { expect, test } from 'vitest';
import { freeSpot } from './free-spot.ts';
import { cardAt, intersects } from './rect.ts';
import { SpatialIndex } from './spatial-index.ts';

test('takes the wished place where it is free', () => {
  expect(freeSpot({ x: 92, y: 32 }, new SpatialIndex())).toEqual({ x: 0, y: 0 });
});

test('many components in turn never cover each other and stay on the grid', () => {
  const index = new SpatialIndex();
  for (let count = 0; count < 60; count++) {
    const spot = freeSpot({ x: 500, y: 300 }, index);
    expect(Math.abs(spot.x % 4) + Math.abs(spot.y % 4)).toBe(0);
    expect(index.query(cardAt(spot))).toEqual([]);
    index.set(`${count}`, cardAt(spot));
  }
  expect(intersects(cardAt({ x: 0, y: 0 }), cardAt({ x: 184, y: 0 }))).toBe(false);
});
