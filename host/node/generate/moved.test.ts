import { expect, test } from 'vitest';
import { textHash } from './hash.ts';
import { findMoved, type Missing } from './moved.ts';

const TEXT = 'export function one() {\n  return 1;\n}\nexport const two = 2;\nexport const three = 3;\n';
const missing = (path: string, text: string | undefined = TEXT): Missing => ({
  path,
  hash: textHash(text),
  text,
});
const found = (all: readonly Missing[], strays: Record<string, string>) =>
  Object.fromEntries(
    findMoved(
      all,
      Object.entries(strays).map(([path, text]) => ({ path, text })),
    ),
  );

test('by the same text, whatever it is called now', () => {
  expect(found([missing('a/b.ts')], { 'x.md': TEXT, 'y.ts': 'other' })).toEqual({ 'a/b.ts': 'x.md' });
});

test('by the same text with other line ends, also where the old text was not kept', () => {
  const unknown = { ...missing('a.ts'), text: undefined };
  expect(found([unknown], { 'b.ts': TEXT.replaceAll('\n', '\r\n') })).toEqual({ 'a.ts': 'b.ts' });
});

test('by what is left of the text, if enough is left', () => {
  expect(found([missing('a.ts')], { 'b.ts': `// mine\n${TEXT}` })).toEqual({ 'a.ts': 'b.ts' });
  expect(found([missing('a.ts')], { 'b.ts': 'export const two = 2;\n' })).toEqual({});
  expect(found([missing('a.ts')], { 'b.md': `// mine\n${TEXT}` })).toEqual({});
});

test('files of one text go by the ends of their paths, and none is taken twice', () => {
  const strays = { 'new/y/tsconfig.json': TEXT, 'new/x/tsconfig.json': TEXT };
  expect(found([missing('x/tsconfig.json'), missing('y/tsconfig.json')], strays)).toEqual({
    'x/tsconfig.json': 'new/x/tsconfig.json',
    'y/tsconfig.json': 'new/y/tsconfig.json',
  });
  expect(Object.keys(found([missing('a.ts'), missing('b.ts')], { 'c.ts': TEXT }))).toHaveLength(1);
});

test('short texts resemble too many others', () => {
  expect(found([missing('a.ts', 'export {};\n')], { 'b.ts': 'export {};\n// mine\n' })).toEqual({});
});

test('of very many files only those are compared that still have their name', () => {
  const many = Array.from({ length: 1000 }, (_, index) => missing(`old/${index}.ts`, `${TEXT}// ${index}\n`));
  const strays = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [`new/${index}.ts`, `// mine\n${TEXT}// ${index}\n`]),
  );
  const places = found(many, { ...strays, 'new/other.ts': `// mine\n${TEXT}// 999\n` });
  expect(places['old/7.ts']).toBe('new/7.ts');
  expect(places['old/999.ts']).toBeUndefined();
});
