import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protoFields } from './fields.ts';

const identifier = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,20}$/);
const names = fc.uniqueArray(identifier, { maxLength: 40 });

describe('fields of a message', () => {
  it('are named in the style of protobuf', () => {
    const found = [...protoFields(['orderId', 'sku', 'HTTPStatus', 'line2Text'])];
    expect(found.map(([, { name }]) => name)).toEqual(
      expect.arrayContaining(['order_id', 'sku', 'httpstatus', 'line2_text']),
    );
  });

  it.each([
    ['productId', 'product_id'],
    ['orderId', 'orderid'],
    ['_', '__'],
  ])('are told apart where protobuf would not: %s and %s', (one, other) => {
    const fields = protoFields([one, other, 'more']);
    for (const name of [one, other]) {
      const field = fields.get(name);
      expect(field?.name.endsWith(`_${field.number}`)).toBe(true);
    }
    expect(fields.get('more')?.name).toBe('more');
  });

  it('have the numbers that are written down here: they are on the wire', () => {
    const numberOf = (name: string) => protoFields([name]).get(name)?.number;
    expect(['id', 'orderId', 'total'].map(numberOf)).toEqual([171_036, 156_005, 85_795]);
  });

  it('have names and numbers of their own that protobuf allows', () => {
    fc.assert(
      fc.property(names, (all) => {
        const fields = [...protoFields(all).values()];
        expect(new Set(fields.map(({ number }) => number)).size).toBe(all.length);
        for (const { number } of fields) {
          expect(number).toBeGreaterThan(0);
          expect(number).toBeLessThan(2 ** 18);
          expect(number >= 19_000 && number < 20_000).toBe(false);
        }
        const bare = fields.map(({ name }) => name.replaceAll('_', '').toLowerCase());
        expect(new Set(bare).size).toBe(all.length);
        for (const { name } of fields) expect(['constructor', '__proto__']).not.toContain(name);
      }),
    );
  });

  it('keep their numbers whatever stands before, behind or beside them', () => {
    fc.assert(
      fc.property(names, names, (some, more) => {
        const all = [...new Set([...more, ...some])];
        const own = all.map((name) => protoFields([name]).get(name)?.number);
        // A hash that two names share is the one exception, and rare.
        fc.pre(new Set(own).size === all.length);
        const together = protoFields(all);
        expect(all.map((name) => together.get(name)?.number)).toEqual(own);
      }),
    );
  });
});
