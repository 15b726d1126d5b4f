import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { toYaml } from './yaml.ts';

const words = fc.constantFrom(
  'yes',
  'y',
  'null',
  '~',
  '0777',
  '1e3',
  '=',
  '- a',
  'a: b',
  '? a',
  '---',
  '...',
  '<<',
  '0x1f',
  '12:30:45',
  '2020-01-01',
  'two\nlines',
  'two\nlines\n',
  '\n lead\n\n  more\n\n',
  ' pad ',
  '\ttab',
  '# no',
  "it's",
  'x'.repeat(200),
);
/** What the names of a system look like, words of YAML among their parts. */
const names = fc.stringMatching(/^(null|no|e|[a-z][a-z0-9]{0,5})(-(1e3|0x1f|yes|[a-z0-9]{1,5})){1,3}$/);
const text = fc.oneof(words, names, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const name = fc
  .oneof(words, names, fc.string({ maxLength: 20 }))
  .filter((key) => key !== '__proto__' && !key.includes('\n'));

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    tie('list'),
    tie('map'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(name, fc.oneof(tie('value'), fc.constant(undefined)), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
}));

/** In JSON: strings that are quoted whether js-yaml does so or not. */
const QUOTED = /"[-+]?(?:(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][-+]?\d+)?|0[box][\da-fA-F_]*)"/;

describe('YAML', () => {
  it('is byte for byte what js-yaml writes', () => {
    fc.assert(
      fc.property(value, (data) => {
        fc.pre(!QUOTED.test(JSON.stringify(data)));
        expect(toYaml(data)).toBe(dump(data, { lineWidth: -1, noRefs: true, skipInvalid: true }));
      }),
      { numRuns: 1000 },
    );
  });

  it('says the same to readers of YAML 1.1 and of YAML 1.2', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.stringMatching(/^[a-z]{1,9}$/),
          fc.oneof(
            text.map((one) => one.replaceAll('\r', '').replaceAll('\u0085', '')),
            fc.stringMatching(/^[-+]?[._\d:eExob]{0,6}$/),
          ),
        ),
        (data) => {
          expect(load(toYaml(data))).toEqual({ ...data });
          for (const version of ['1.1', '1.2'] as const)
            expect(parse(toYaml(data), { version })).toEqual({ ...data });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('stands below its header', () => {
    expect(toYaml({ a: 1 }, ['First.', 'Second.'])).toBe('# First.\n# Second.\na: 1\n');
  });
});
