import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../parse/parse.ts';
import { documentText } from '../testing/arbitraries.ts';
import { testVocabulary } from '../testing/vocabulary.ts';
import { readWhole } from './source.ts';

const TEXT = `archwright: 1
name: shop

components:
  orders:
    kind: service
    scale: { min: 1, max: 3 }
    operations:
      create-order:
        http: POST /orders
        input: { orderId: id }
        calls:
          - orders-db.write orders
          - payments.charge
      get-order:
        http: GET /orders
  payments:
    kind: service
    operations:
      charge:
        work: 3ms
  orders-db:
    kind: database
    engine: postgres
    tables:
      orders:
        key: orderId
        columns: { orderId: id }

connections:
  - from: orders
    to: payments
    timeout: 300ms

canvas:
  orders: { x: 1, y: 2 }
`;

/** Number of a line, what is written there instead, and what is told of it. */
const SLIPS: [string, number, string, string][] = [
  ['the first key one space too deep', 6, '     kind: service', '6:6 indent line 6 by 4 spaces, like line 7'],
  [
    'a key one space too deep',
    7,
    '     scale: { min: 1, max: 3 }',
    '7:6 indent line 7 by 4 spaces, like line 6',
  ],
  [
    'a key one space too shallow',
    7,
    '   scale: { min: 1, max: 3 }',
    '7:4 indent line 7 by 4 spaces, like line 6',
  ],
  ['a map one space too deep', 8, '     operations:', '8:6 indent line 8 by 4 spaces, like line 7'],
  ['a map one space too shallow', 8, '   operations:', '8:4 indent line 8 by 4 spaces, like line 7'],
  [
    'an operation between two levels',
    15,
    '       get-order:',
    '15:8 indent line 15 by 6 spaces, like line 9',
  ],
  ['a component one space too deep', 17, '   payments:', '17:4 indent line 17 by 2 spaces, like line 5'],
  ['a component one space too shallow', 17, ' payments:', '17:2 indent line 17 by 2 spaces, like line 5'],
  ['a component at the level of sections', 17, 'payments:', '17:1 indent line 17 by 2 spaces, like line 5'],
  ['a section one space too deep', 30, ' connections:', '30:2 start line 30 without spaces, like line 4'],
  ['a tab', 7, '\tscale: { min: 1, max: 3 }', '7:1 indent with spaces'],
  ['a tab after spaces', 21, '      \twork: 3ms', '21:7 indent with spaces'],
  [
    'a list item one space too shallow',
    14,
    '         - payments.charge',
    '14:10 indent line 14 by 10 spaces, like line 13',
  ],
  [
    'a list item at the level of keys',
    14,
    '      - payments.charge',
    '14:7 indent line 14 by 10 spaces, like line 13',
  ],
  ['a key of an item too shallow', 32, '   to: payments', '32:4 indent line 32 by 4 spaces, like line 31'],
  ['a key of an item too deep', 32, '     to: payments', '32:6 indent line 32 by 4 spaces, like line 31'],
  ['no space after a colon', 6, '    kind:service', '6:5 write "kind: service" on line 6'],
  [
    'no space after a colon, among keys',
    10,
    '        http:POST /orders',
    '10:9 write "http: POST /orders" on line 10',
  ],
  ['no colon', 9, '      create-order', '9:7 write "create-order:" on line 9'],
  ['no space after a dash', 14, '          -payments.charge', '14:11 write "- " before it'],
  ['a brace left open', 7, '    scale: { min: 1, max: 3', '7:12 close it on line 7'],
  ['a brace left open in the last line', 36, '  orders: { x: 1, y: 2', '36:11 close it on line 36'],
  ['a bracket left open', 11, '        output: [id', '11:17 close it on line 11'],
  ['a brace too many', 7, '    scale: { min: 1, max: 3 }}', '7:30 remove it, or open it on line 7'],
  ['a double quote left open', 10, '        http: "POST /orders', '10:15 close it on line 10'],
  ['a single quote left open', 10, "        http: 'POST /orders", '10:15 close it on line 10'],
];

function slipped(changes: readonly (readonly [number, string])[]): string {
  const lines = TEXT.split('\n');
  for (const [line, written] of changes) lines[line - 1] = written;
  return lines.join('\n');
}

function told(text: string): string[] {
  return parse(text, testVocabulary).problems.map(
    ({ range, hint }) => `${range.line}:${range.column} ${hint}`,
  );
}

describe('slips', () => {
  it('tells nothing of a text without any', () => {
    expect(told(TEXT)).toEqual([]);
  });

  it.each(SLIPS)('tells %s once, at its line', (_name, line, written, expected) => {
    expect(told(slipped([[line, written]]))).toEqual([expected]);
    expect(told(slipped([[line, written]]).replaceAll('\n', '\r\n'))).toEqual([expected]);
  });

  it('tells slips in different components apart', () => {
    expect(
      told(
        slipped([
          [7, '     scale: { min: 1, max: 3 }'],
          [18, '    kind: "service'],
          [27, '         key: orderId'],
        ]),
      ),
    ).toEqual([
      '7:6 indent line 7 by 4 spaces, like line 6',
      '18:11 close it on line 18',
      '27:10 indent line 27 by 8 spaces, like line 28',
    ]);
  });

  it('does not take text over several lines, block scalars or brackets for slips', () => {
    const text = `archwright: 1
description: some text
  that goes on
name: |
    deep: {
      - "
layouts: {
    a: { units: [
      ] } }
canvas: @x
`;
    expect(told(text)).toEqual(['10:9 put the text into quotes']);
  });

  it('tells of any broken text at most one problem for each of its parts, all inside of the text', () => {
    const broken = fc
      .tuple(
        documentText,
        fc.nat(3000),
        fc.constantFrom(' ', '\t', '"', "'", '{', ']', '- ', ':', '@', '\n  '),
        fc.nat(2),
      )
      .map(([text, at, insert, remove]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + insert + text.slice(place + remove);
      });
    fc.assert(
      fc.property(broken, (text) => {
        const source = readWhole(text);
        if (!source.broken) return;
        expect(source.flaws.length).toBeGreaterThan(0);
        expect(source.flaws.length).toBeLessThanOrEqual(2);
        for (const flaw of source.flaws) {
          expect(flaw.message).not.toBe('');
          expect(flaw.start).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
