import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intersects, type Rect } from './rect.ts';
import { SpatialIndex } from './spatial-index.ts';

const coordinate = fc.integer({ min: -3000, max: 3000 });
const rect: fc.Arbitrary<Rect> = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.integer({ min: 1, max: 900 }),
  height: fc.integer({ min: 1, max: 900 }),
});

test('finds exactly what touches an area, as a search of all does', () => {
  fc.assert(
    fc.property(fc.array(rect, { maxLength: 40 }), rect, fc.array(fc.nat(39)), (rects, area, removed) => {
      const entries = rects.map((each, index) => [`${index}`, each] as const);
      const index = new SpatialIndex(entries);
      for (const gone of removed) index.delete(`${gone}`);
      const expected = entries
        .filter(([name, each]) => !removed.includes(Number(name)) && intersects(each, area))
        .map(([name]) => name);
      expect(index.query(area).sort()).toEqual(expected.sort());
    }),
  );
});

test('a thing that moved is found where it is, not where it was', () => {
  const index = new SpatialIndex([['orders', { x: 0, y: 0, width: 184, height: 64 }]]);
  index.set('orders', { x: 2000, y: 0, width: 184, height: 64 });
  expect(index.at({ x: 10, y: 10 })).toBeUndefined();
  expect(index.at({ x: 2010, y: 10 })).toBe('orders');
});

test('of things that lie on each other, the last one is on top', () => {
  const place = { x: 0, y: 0, width: 10, height: 10 };
  expect(
    new SpatialIndex([
      ['below', place],
      ['above', place],
    ]).at({ x: 5, y: 5 }),
  ).toBe('above');
});

test('finds what is too large for buckets', () => {
  const index = new SpatialIndex([['all', { x: -50_000, y: -50_000, width: 100_000, height: 100_000 }]]);
  expect(index.query({ x: 0, y: 0, width: 1, height: 1 })).toEqual(['all']);
  index.delete('all');
  expect(index.size).toBe(0);
});
