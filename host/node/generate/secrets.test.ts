import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSecret, fillSecrets, maskSecrets } from './secrets.ts';

const draw = () => 'drawn';

test('draws 32 letters and digits, never the same twice', () => {
  const drawn = Array.from({ length: 200 }, drawSecret);
  expect(new Set(drawn).size).toBe(200);
  for (const value of drawn) expect(value).toMatch(/^[0-9A-Za-z]{32}$/);
});

test('fills empty keys, adds missing ones with their comments, and keeps everything else byte for byte', () => {
  expect(fillSecrets('# a\nA=\n\nB=\n', null, draw)).toBe('# a\nA=drawn\n\nB=drawn\n');
  const existing = '# mine\r\nB=kept # not a comment\r\nC=also mine\r\nD=\r\nbroken line';
  const expected =
    '# mine\r\nB=kept # not a comment\r\nC=also mine\r\nD=drawn\r\nbroken line\n# a\nA=drawn\n';
  expect(fillSecrets('# a\nA=\n\nB=\n', existing, draw)).toBe(expected);
});

test('values that exist are never touched, whatever the file looks like', () => {
  const key = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,8}$/);
  const value = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.dictionary(key, value), fc.uniqueArray(key), (existing, wanted) => {
      const before = Object.entries(existing)
        .map(([name, text]) => `${name}=${text}\n`)
        .join('');
      const after = fillSecrets(wanted.map((name) => `${name}=\n`).join(''), before, draw);
      expect(after.startsWith(before)).toBe(true);
      for (const name of wanted) expect(after).toMatch(new RegExp(`^${name}=.`, 'm'));
      expect(fillSecrets(wanted.map((name) => `${name}=\n`).join(''), after, draw)).toBe(after);
    }),
  );
});

test('replacement patterns in a drawn value stand for themselves', () => {
  expect(fillSecrets('A=\n', null, () => '$&$1')).toBe('A=$&$1\n');
});

test('masking hides every value and nothing else', () => {
  expect(maskSecrets('# key=x\nA=top secret\nB=\n')).toBe('# key=x\nA=********\nB=\n');
});
