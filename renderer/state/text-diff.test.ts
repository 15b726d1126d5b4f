import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeBetween } from './text-diff.ts';

test('turns any text into any other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (from, to) => {
      const change = changeBetween(from, to);
      const result = change
        ? from.slice(0, change.offset) + change.insert + from.slice(change.offset + change.remove)
        : from;
      expect(result).toBe(to);
    }),
  );
});

test('touches only what differs', () => {
  expect(changeBetween('replicas: 2\n', 'replicas: 12\n')).toEqual({ offset: 10, remove: 0, insert: '1' });
  expect(changeBetween('same', 'same')).toBeUndefined();
});
