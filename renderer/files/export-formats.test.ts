import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '#host/contract';
import { FORMATS, named } from './export-formats.ts';

describe('formats of export', () => {
  it('are those that the host knows, each with an ending of its own', () => {
    expect(Object.keys(FORMATS)).toEqual([...EXPORT_FORMATS]);
    expect(new Set(Object.values(FORMATS).map(({ ending }) => ending)).size).toBe(EXPORT_FORMATS.length);
  });

  it.each([
    ['shop', 'shop.png'],
    [' shop.svg ', 'shop.png'],
    ['shop.SVG', 'shop.png'],
    ['shop.v2', 'shop.v2.png'],
    ['shop.png', 'shop.png'],
  ])('%j is a picture called %s', (name, file) => {
    expect(named(name, 'png')).toBe(file);
  });
});
