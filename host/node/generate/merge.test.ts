import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTexts } from './merge.ts';
import { isSound } from './sound.ts';

const lines = (...all: string[]) => all.join('\n');
const BASE = lines('a', 'b', 'c', 'd', 'e', '');

describe('mergeTexts', () => {
  test('takes changes in different places from both', () => {
    const mine = lines('a', 'mine', 'b', 'c', 'd', 'e', '');
    const theirs = lines('a', 'b', 'c', 'd', 'E', '');
    expect(mergeTexts(BASE, mine, theirs)).toEqual({
      kind: 'clean',
      text: lines('a', 'mine', 'b', 'c', 'd', 'E', ''),
    });
  });

  test('says where both changed the same, with all three texts', () => {
    const mine = lines('a', 'b', 'mine', 'd', 'e', '');
    const theirs = lines('a', 'b', 'theirs', 'd', 'e', '');
    expect(mergeTexts(BASE, mine, theirs)).toEqual({
      kind: 'conflict',
      conflicts: [{ line: 3, base: ['c'], mine: ['mine'], theirs: ['theirs'] }],
    });
  });

  test("counts lines in the person's text", () => {
    const mine = lines('new', 'new', 'a', 'b', 'c', 'd', 'mine', '');
    const merge = mergeTexts(BASE, mine, lines('a', 'b', 'c', 'd', 'theirs', ''));
    expect(merge).toMatchObject({ conflicts: [{ line: 7 }] });
  });

  test('a line deleted here and changed there is a conflict', () => {
    const merge = mergeTexts(BASE, lines('a', 'b', 'd', 'e', ''), lines('a', 'b', 'C', 'd', 'e', ''));
    expect(merge).toMatchObject({ conflicts: [{ base: ['c'], mine: [], theirs: ['C'] }] });
  });

  test('blanks at line ends never make a conflict', () => {
    const mine = lines('a', 'b', 'c  ', 'd', 'e', '');
    expect(mergeTexts(BASE, mine, lines('a', 'b', 'C', 'd', 'e', ''))).toMatchObject({ kind: 'clean' });
    const theirs = lines('a', 'b', 'c\t', 'd', 'e', '');
    expect(mergeTexts(BASE, lines('a', 'b', 'mine', 'd', 'e', ''), theirs)).toMatchObject({
      text: lines('a', 'b', 'mine', 'd', 'e', ''),
    });
  });

  test('words that objects understand are lines like any other', () => {
    const mine = lines('__proto__', 'constructor', 'toString');
    expect(mergeTexts('', mine, '')).toEqual({ kind: 'clean', text: mine });
  });

  test('of very long texts only the part that differs counts', () => {
    const long = Array.from({ length: 200_000 }, (_, index) => `line ${index}`);
    const mine = [...long.slice(0, 9), 'mine', ...long.slice(9)].join('\n');
    expect(mergeTexts(long.join('\n'), mine, long.join('\n'))).toEqual({ kind: 'clean', text: mine });
    const theirs = ['theirs', ...long, 'theirs'].join('\n');
    expect(mergeTexts(long.join('\n'), ['x', ...long, 'x'].join('\n'), theirs)).toEqual({
      kind: 'too-large',
    });
  });

  const text = fc.array(fc.constantFrom('a', 'b', '', '  c'), { maxLength: 12 }).map((all) => all.join('\n'));

  test('one side alone changes: its text comes out', () => {
    fc.assert(
      fc.property(text, text, (base, other) => {
        expect(mergeTexts(base, other, base)).toEqual({ kind: 'clean', text: other });
        expect(mergeTexts(base, base, other)).toEqual({ kind: 'clean', text: other });
        expect(mergeTexts(base, other, other)).toEqual({ kind: 'clean', text: other });
      }),
    );
  });

  test('a clean merge holds every line that only one side added', () => {
    fc.assert(
      fc.property(text, text, fc.nat(12), (base, theirs, at) => {
        const mine = base.split('\n');
        mine.splice(at, 0, 'mine alone');
        const merge = mergeTexts(base, mine.join('\n'), theirs);
        const found = merge.kind === 'clean' ? merge.text : JSON.stringify(merge);
        expect(found).toContain('mine alone');
      }),
    );
  });
});

describe('isSound', () => {
  test.each([
    ['a.yaml', 'a: 1\na: 2\n', 'a: 1\n', false],
    ['a.yaml', 'a: 1\nb: 2\n', 'a: 1\n', true],
    ['a.yml', 'a: 1\n---\nb: 2\n', 'a: 1\n', true],
    ['a.json', '{"a": 1 "b": 2}', '{"a": 1}', false],
    ['a.yaml', '{{ broken', '{{ broken too', true],
    ['a.ts', 'not at all', '', true],
  ])('%s %j', (path, merged, side, sound) => {
    expect(isSound(path, merged, [side, side])).toBe(sound);
  });
});
