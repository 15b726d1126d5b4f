import { expect, test } from 'vitest';
import { isPainted, levelAt, MOST_ELEMENTS, nameScaleAt } from './lod.ts';

test.each([
  [1, 'full'],
  [0.61, 'full'],
  [0.6, 'name'],
  [0.31, 'name'],
  [0.3, 'icon'],
  [0.13, 'icon'],
  [0.12, 'mark'],
  [0.02, 'mark'],
] as const)('at zoom %d draws %s', (zoom, level) => {
  expect(levelAt(zoom)).toBe(level);
});

test('paints marks always, names and icons where there are many, and never what is near', () => {
  expect(isPainted('mark', 1)).toBe(true);
  expect(isPainted('icon', MOST_ELEMENTS)).toBe(false);
  expect(isPainted('name', MOST_ELEMENTS + 1)).toBe(true);
  expect(isPainted('full', 1000)).toBe(false);
});

test('names grow as one zooms out, within bounds', () => {
  expect(nameScaleAt(1)).toBe(1);
  expect(nameScaleAt(0.55)).toBe(1.5);
  expect(nameScaleAt(0.05)).toBe(1.75);
});
