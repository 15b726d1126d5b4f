import { expect, test } from 'vitest';
import { fitted, paintingFor, serves } from './frame.ts';

const view = { x: 0, y: 0, zoom: 0.1, width: 1000, height: 800 };
const content = { x: -50_000, y: -50_000, width: 100_000, height: 100_000 };

test('a shifted view shifts the painting by as much', () => {
  const painting = paintingFor(view);
  expect(fitted(painting, view)).toEqual({ x: -250, y: -200, scale: 1 });
  expect(fitted(painting, { ...view, x: 30 })).toEqual({ x: -220, y: -200, scale: 1 });
});

test('zooming at a point keeps that point where it is', () => {
  const { x, scale } = fitted(paintingFor(view), { ...view, x: -500, zoom: 0.2 });
  // The screen's x = 500 shows the drawing's 5000 before and after; in the painting that is at 500 + 250.
  expect(x + scale * 750).toBe(500);
});

test('a painting serves small moves, and larger ones only where nothing is missing', () => {
  const painting = paintingFor(view);
  expect(serves(painting, { ...view, x: 200 }, content)).toBe(true);
  expect(serves(painting, { ...view, x: 300 }, content)).toBe(false);
  expect(serves(painting, { ...view, x: 300 }, { x: 0, y: 0, width: 1000, height: 1000 })).toBe(true);
  expect(serves(painting, { ...view, zoom: 0.2 }, content)).toBe(false);
});
