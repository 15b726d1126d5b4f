import { expect, test } from 'vitest';
import { placeChips, pointAlong } from './chips.ts';
import { cardAt, intersects } from './rect.ts';
import { geometryOf, type Route } from './route.ts';

const line = (y: number): Route => ({
  shape: 'orthogonal',
  points: [
    { x: 0, y },
    { x: 600, y },
  ],
});
const chip = (id: string, route: Route) => ({ id, text: 'order-placed', geometry: geometryOf(route) });

test('the middle, where there is room', () => {
  expect(placeChips([chip('a', line(0))], () => false).get('a')).toBe(0.5);
});

test('chips of edges that run close together do not cover each other', () => {
  const shares = placeChips([chip('a', line(0)), chip('b', line(6)), chip('c', line(12))], () => false);
  expect(new Set(shares.values()).size).toBe(3);
});

test('a chip keeps off cards', () => {
  const card = cardAt({ x: 210, y: -32 });
  const share = placeChips([chip('a', line(0))], (area) => intersects(area, card)).get('a') ?? 0.5;
  expect(Math.abs(share * 600 - 302)).toBeGreaterThan(92);
});

test('shares are shares of the length, bends included', () => {
  const bent: Route = {
    shape: 'orthogonal',
    points: [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 300 },
    ],
  };
  expect(pointAlong(bent, 0.5)).toEqual({ x: 100, y: 100 });
  expect(pointAlong(bent, 0)).toEqual({ x: 0, y: 0 });
  expect(pointAlong(bent, 1)).toEqual({ x: 100, y: 300 });
});
