import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../parse/parse.ts';
import { dnsLabel } from '../schema/quantity.ts';
import { testVocabulary } from '../testing/vocabulary.ts';
import { emptyDocumentText, toLabel, uniqueName } from './unique.ts';

describe('names', () => {
  it('makes a label of anything', () => {
    expect(toLabel('My Servic\u00e9 #1!')).toBe('my-service-1');
    expect(toLabel('42')).toBe('component');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(dnsLabel().safeParse(toLabel(text)).success).toBe(true);
      }),
    );
  });

  it('numbers a name that is taken, within the length of a label', () => {
    const long = 'a'.repeat(63);
    const document = {
      components: {
        orders: { kind: 'service' as const },
        'orders-2': { kind: 'service' as const },
        [long]: { kind: 'service' as const },
      },
    };
    expect(uniqueName(document, 'orders')).toBe('orders-3');
    expect(uniqueName(document, 'payments')).toBe('payments');
    expect(uniqueName(document, long)).toBe(`${'a'.repeat(61)}-2`);
    expect(uniqueName({ components: {} }, 'constructor')).toBe('component');
  });

  it('starts an empty document without a problem', () => {
    expect(parse(emptyDocumentText('shop'), testVocabulary).problems).toEqual([]);
  });
});
