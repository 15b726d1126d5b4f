import { expect, test } from 'vitest';
import { aligned, distributed } from './align.ts';
import { cardAt } from './rect.ts';

const cards = new Map([
  ['a', cardAt({ x: 0, y: 0 })],
  ['b', cardAt({ x: 100, y: 200 })],
  ['c', cardAt({ x: 40, y: 100 })],
]);

test('left edges go to the leftmost, and what is there already stays out', () => {
  expect(aligned(cards, 'left')).toEqual(
    new Map([
      ['b', { x: 0, y: 200 }],
      ['c', { x: 0, y: 100 }],
    ]),
  );
});

test('bottom edges go to the lowest', () => {
  expect(aligned(cards, 'bottom')).toEqual(
    new Map([
      ['a', { x: 0, y: 200 }],
      ['c', { x: 40, y: 200 }],
    ]),
  );
});

test('centres go to the middle of all, on the grid', () => {
  for (const { x } of aligned(cards, 'centre').values()) expect(x % 4).toBe(0);
  expect(aligned(cards, 'centre').get('a')?.x).toBe(52);
});

test('gaps become equal and the outermost stay', () => {
  const uneven = new Map([
    ['a', cardAt({ x: 0, y: 0 })],
    ['b', cardAt({ x: 200, y: 0 })],
    ['c', cardAt({ x: 600, y: 0 })],
  ]);
  expect(distributed(uneven, 'horizontal')).toEqual(new Map([['b', { x: 300, y: 0 }]]));
});

test('two cards have one gap: nothing to distribute', () => {
  expect(distributed(new Map([...cards].slice(0, 2)), 'vertical').size).toBe(0);
});
