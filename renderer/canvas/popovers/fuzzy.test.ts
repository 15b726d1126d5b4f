import { expect, test } from 'vitest';
import { fuzzyFilter, fuzzyScore } from './fuzzy.ts';

const find = (names: string[], query: string) => fuzzyFilter(names, query, (name) => [name]);

test('the whole name, then its start, then a word of it, then scattered letters', () => {
  expect(find(['opds', 'my-orders', 'orders-db', 'orders'], 'orders')).toEqual([
    'orders',
    'orders-db',
    'my-orders',
  ]);
  expect(find(['orders-db', 'payments'], 'odb')).toEqual(['orders-db']);
});

test('everything in its own order where nothing was typed', () => {
  expect(find(['b', 'a'], ' ')).toEqual(['b', 'a']);
});

test('what lacks a letter does not fit', () => {
  expect(fuzzyScore('orders', 'ordersx')).toBe(0);
});
