import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textHash } from './hash.ts';
import { inShape, plain, shapeOf } from './text-shape.ts';

test.each([
  ['a\nb\n', { mark: false, crlf: false }],
  ['a\r\nb\r\n', { mark: false, crlf: true }],
  ['\ufeffa\r\nb', { mark: true, crlf: true }],
  ['a\r\nb\n', { mark: false, crlf: false }],
  ['\na\r\n', { mark: false, crlf: false }],
  ['no line end', { mark: false, crlf: false }],
  ['', { mark: false, crlf: false }],
])('the shape of %j', (text, shape) => {
  expect(shapeOf(text)).toEqual(shape);
});

test('a text comes back from its plain form and its shape', () => {
  const line = fc.string().map((text) => text.replaceAll(/[\r\n\ufeff]/g, ''));
  fc.assert(
    fc.property(fc.array(line), fc.boolean(), fc.boolean(), (lines, mark, crlf) => {
      const text = (mark ? '\ufeff' : '') + lines.join(crlf ? '\r\n' : '\n');
      expect(inShape(plain(text), shapeOf(text))).toBe(text);
      expect(textHash(text)).toBe(textHash(lines.join('\n')));
    }),
  );
});
