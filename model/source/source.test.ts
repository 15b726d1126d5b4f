import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { documentText } from '../testing/arbitraries.ts';
import { largeDocumentText } from '../testing/large.ts';
import { readChunks } from './chunks.ts';
import { readDeferred } from './deferred.ts';
import type { SourceNode } from './node.ts';
import { MAX_DEPTH, readSource, readWhole } from './source.ts';

/** A tree with absolute offsets, so that trees of differing chunks can be compared. */
function absolute(node: SourceNode | undefined, base = 0): unknown {
  if (node === undefined) return undefined;
  const span = { type: node.type, start: node.start + base, end: node.end + base };
  if (node.type === 'map')
    return {
      ...span,
      flow: node.flow,
      entries: node.entries.map((entry) => [
        absolute(entry.keyNode, base + entry.base),
        absolute(entry.value, base + entry.base),
      ]),
    };
  if (node.type === 'list')
    return {
      ...span,
      flow: node.flow,
      items: node.items.map((item) => [item.dash + item.base + base, absolute(item.value, base + item.base)]),
    };
  return { ...span, value: node.value };
}

const mangled = fc
  .tuple(
    documentText,
    fc.array(
      fc.tuple(
        fc.nat(2000),
        fc.constantFrom(
          '\n',
          ' ',
          '"',
          "'",
          '{',
          ']',
          '- ',
          ': ',
          '#',
          '  a: b\n',
          '&x ',
          '*x',
          '|',
          '\t',
          '---\n',
          '!t ',
          '\r\n',
          '\n- - a\n',
          '\n-\n',
          ': {a: [1, ~], b: "c"} #d\n',
          ':\n',
          "''",
          '\\',
          ', ',
          '? ',
          '-1.5e3',
        ),
        fc.nat(3),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((result, [at, insert, remove]) => {
      const place = at % (result.length + 1);
      return result.slice(0, place) + insert + result.slice(place + remove);
    }, text),
  );

describe('readSource', () => {
  it('reads the same in chunks as at once, values and places alike', () => {
    fc.assert(
      fc.property(mangled, (text) => {
        const chunked = readChunks(text, new Map(), MAX_DEPTH);
        if (chunked === undefined) return;
        const whole = readWhole(text);
        expect(whole.broken).toBe(false);
        expect(absolute(chunked.root)).toEqual(absolute(whole.root));
        expect(chunked.root.value).toEqual(whole.root?.value);
        const places = (flaws: readonly { code: string; start: number; other?: number }[]) =>
          flaws.map((flaw) => `${flaw.start} ${flaw.code} ${flaw.other}`).sort();
        expect(places(chunked.flaws)).toEqual(places(whole.flaws));
      }),
      { numRuns: 400 },
    );
  });

  it('reads the same values as js-yaml and as the yaml package', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const { value } = readSource(text).root ?? {};
        expect(value).toEqual(load(text));
        expect(value).toEqual(parseYaml(text));
      }),
      { numRuns: 200 },
    );
  });

  it('reads plain chunks as the library does, values at once and places when asked', () => {
    const text = largeDocumentText(60);
    const { chunks } = readSource(text);
    expect([...chunks.keys()].filter((chunk) => readDeferred(chunk) === undefined)).toEqual([
      'archwright: 1\n',
      'name: large\n\n',
    ]);
    expect(absolute(readSource(text).root)).toEqual(absolute(readWhole(text).root));
  });

  it.each([
    ["a block list at its key's column", 'a:\n- b\n- c: 1\n  d: 2\n-\n  - e\n'],
    ['lists in lists', 'a:\n  - - b\n    - c\n  - [d, [], {}]\n'],
    ['values that are none', 'a:\n  b:\n  c: # nothing\n  d:\n'],
    ['comments and empty lines', 'a: # one\n\n  # two\n  b: c # three\n# four\n'],
    ['quotes', "a: { b: \"x: # y\", c: '', d: '{\"' }\n"],
    ['numbers and words', 'a: { b: -1.5e3, c: 0x1F, d: true, e: http://x:80/y#z, 1: 10%, f: é }\n'],
    ['Windows line ends', 'a:\r\n  b: c\r\n  d:\r\n  - e # f\r\n'],
  ])('reads %s without the library, and like it', (_name, text) => {
    const { root } = readDeferred(text) ?? {};
    expect(root).toBeDefined();
    expect(root?.value).toEqual(load(text));
    expect(absolute(root)).toEqual(absolute(readWhole(text).root));
  });

  it.each([
    ['text over two lines', 'a:\n  b: c\n    d\n'],
    ['brackets over two lines', 'a:\n  b: [c,\n    d]\n'],
    ['a value after a value', 'a:\n  b: "c" d\n'],
    ['a map in a line', 'a:\n  b: c: d\n'],
    ['a line between two levels', 'a:\n    b: 1\n  c: 2\n'],
    ['a key twice', 'a:\n  b: 1\n  b: 2\n'],
    ['an escape', 'a:\n  b: "\\t"\n'],
    ['a tab', 'a:\n  b:\tc\n'],
    ['a block scalar', 'a:\n  b: |\n    c\n'],
    ['an anchor', 'a:\n  b: &c d\n'],
    ['a bracket left open', 'a: { b: [c }\n'],
  ])('leaves %s to the library', (_name, text) => {
    expect(readDeferred(text)).toBeUndefined();
  });

  it('reads ordinary documents in chunks', () => {
    const source = readSource(largeDocumentText(60));
    expect(source.broken).toBe(false);
    expect(source.chunks.size).toBeGreaterThan(120);
  });

  it('shares what did not change with the version before', () => {
    const text = largeDocumentText(20);
    const before = readSource(text);
    const after = readSource(text.replace('number 3\n', 'number three\n'), before);
    const value = (source: typeof before, name: string) =>
      ((source.root?.value ?? {}) as { components: Record<string, unknown> }).components[name];
    expect(value(after, 'service-5')).toBe(value(before, 'service-5'));
    expect(value(after, 'service-3')).not.toBe(value(before, 'service-3'));
    expect(value(after, 'service-3')).toEqual(value(before, 'service-3'));
  });

  it('keeps its chunks over a syntax error, so that mending it costs nothing', () => {
    const before = readSource(largeDocumentText(20));
    const broken = readSource(`${before.text}\n"`, before);
    expect(broken.broken).toBe(true);
    const mended = readSource(before.text, broken);
    const components = (source: typeof before) =>
      Object.values(((source.root?.value ?? {}) as { components: object }).components);
    expect(components(mended).every((value, index) => value === components(before)[index])).toBe(true);
  });
});
