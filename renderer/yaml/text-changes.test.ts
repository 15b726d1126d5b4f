import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextChange } from '#model';
import { changesBetween } from './text-changes.ts';

function applied(text: string, changes: readonly TextChange[]): string {
  let result = text;
  for (const { offset, remove, insert } of [...changes].reverse()) {
    result = result.slice(0, offset) + insert + result.slice(offset + remove);
  }
  return result;
}

const lines = fc
  .array(fc.constantFrom('a', 'b', 'name: x', '', '  - c'), { maxLength: 12 })
  .map((all) => all.join('\n'));

describe('changesBetween', () => {
  it('turns any text into any other', () => {
    const turns = (from: string, to: string) => {
      expect(applied(from, changesBetween(from, to))).toBe(to);
    };
    fc.assert(fc.property(lines, lines, turns));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), turns));
  });

  it('keeps changes in order and apart', () => {
    fc.assert(
      fc.property(lines, lines, (from, to) => {
        let end = 0;
        for (const { offset, remove } of changesBetween(from, to)) {
          expect(offset).toBeGreaterThanOrEqual(end);
          end = offset + remove;
        }
      }),
    );
  });

  it('leaves the lines between two changes alone', () => {
    const from = 'one: 1\ntwo: 2\nthree: 3\nfour: 4\n';
    expect(changesBetween(from, 'ONE: 1\ntwo: 2\nthree: 3\nfour: 5\n')).toEqual([
      { offset: 0, remove: 3, insert: 'ONE' },
      { offset: 29, remove: 1, insert: '5' },
    ]);
    expect(changesBetween(from, from)).toEqual([]);
  });
});
