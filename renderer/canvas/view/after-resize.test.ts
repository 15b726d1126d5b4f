import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUntouched, keepingCentre } from './after-resize.ts';

const view = fc.record({
  x: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  y: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
  zoom: fc.double({ min: 0.02, max: 2.5, noNaN: true }),
});
const size = fc.record({
  width: fc.integer({ min: 200, max: 3000 }),
  height: fc.integer({ min: 140, max: 2000 }),
});

test('keeps the place in the middle, whatever sizes the canvas goes through', () => {
  fc.assert(
    fc.property(view, size, size, (before, from, to) => {
      const after = keepingCentre(before, from, to);
      expect((to.width / 2 - after.x) / after.zoom).toBeCloseTo((from.width / 2 - before.x) / before.zoom, 4);
      expect((to.height / 2 - after.y) / after.zoom).toBeCloseTo(
        (from.height / 2 - before.y) / before.zoom,
        4,
      );
    }),
  );
});

test('tells a view that was panned or zoomed from one that was left alone', () => {
  const put = { x: 10, y: 20, zoom: 0.5 };
  expect(isUntouched({ ...put, x: 10.4 }, put)).toBe(true);
  expect(isUntouched({ ...put, x: 14 }, put)).toBe(false);
  expect(isUntouched({ ...put, zoom: 0.52 }, put)).toBe(false);
  expect(isUntouched(put, undefined)).toBe(false);
});
