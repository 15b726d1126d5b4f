import fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsRect } from '../geometry/rect.ts';
import { drawnArea } from './in-view.ts';

test('always covers what is seen, and is not much larger', () => {
  fc.assert(
    fc.property(
      fc.record({
        x: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        y: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        zoom: fc.double({ min: 0.02, max: 2.5, noNaN: true }),
        width: fc.integer({ min: 200, max: 3000 }),
        height: fc.integer({ min: 200, max: 2000 }),
      }),
      (view) => {
        const seen = {
          x: -view.x / view.zoom,
          y: -view.y / view.zoom,
          width: view.width / view.zoom,
          height: view.height / view.zoom,
        };
        const area = drawnArea(view);
        expect(containsRect(area, seen)).toBe(true);
        expect(area.width / seen.width).toBeLessThan(3);
      },
    ),
  );
});

test('stays the same while one pans a little', () => {
  const view = { x: -100, y: -100, zoom: 1, width: 1000, height: 800 };
  expect(drawnArea({ ...view, x: -180 })).toEqual(drawnArea(view));
});
