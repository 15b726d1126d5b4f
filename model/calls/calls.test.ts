import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCall } from './format.ts';
import { callsOf } from './list.ts';
import { parseCall, parseCallText } from './parse.ts';

describe('parseCallText', () => {
  it.each([
    ['payments.charge', { target: 'payments', verb: 'charge', probability: 1, repeat: 1 }],
    ['10% payments.refund', { target: 'payments', verb: 'refund', probability: 0.1 }],
    ['3x stock.reserve', { verb: 'reserve', repeat: 3 }],
    ['db.write orders', { verb: 'write', object: 'orders' }],
    ['db.subtract products.stock by quantity', { object: 'products', column: 'stock', by: 'quantity' }],
    ['carts.set cart by customerId', { object: 'cart', by: 'customerId' }],
    ['carts.get by id', { verb: 'get', by: 'id' }],
    ['events.publish order.placed', { verb: 'publish', object: 'order.placed' }],
  ])('reads %s', (text, expected) => {
    expect(parseCallText(text)).toMatchObject({ type: 'call', ...expected });
  });

  it.each([
    '',
    'payments',
    'payments.',
    '.charge',
    'Payments.charge',
    '200% a.b',
    '0x a.b',
    '9999x a.b',
    'a.b c d',
    'a.b by',
    'a.b; rm',
    'a.b\nc.d',
  ])('refuses %j', (text) => {
    expect(parseCallText(text).type).toBe('error');
  });

  it('reads what formatCall writes', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,4})?$/);
    const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/).filter((text) => text !== 'by');
    const call = fc.record(
      {
        target: label,
        verb: label.filter((verb) => verb !== 'publish'),
        object: name,
        column: name,
        by: name,
        probability: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
        repeat: fc.constant(1),
      },
      { requiredKeys: ['target', 'verb', 'object', 'probability', 'repeat'] },
    );
    fc.assert(
      fc.property(call, (wanted) => {
        expect(parseCallText(formatCall(wanted))).toEqual({ type: 'call', ...wanted });
      }),
    );
  });
});

describe('parseCall', () => {
  it('reads groups, conditions and caches', () => {
    expect(parseCall({ all: ['a.b', { '10%': 'c.d' }] })).toMatchObject({
      type: 'all',
      calls: [{ target: 'a' }, { type: 'chance', probability: 0.1, call: { target: 'c' } }],
    });
    expect(
      parseCall({ cached: 'carts', key: 'id', ttl: '5m', hit: '80%', calls: ['db.read orders'] }),
    ).toMatchObject({
      type: 'cached',
      cache: 'carts',
      key: 'id',
      ttl: '5m',
      hit: 0.8,
      calls: [{ verb: 'read' }],
    });
  });

  it('tells the first text that is no call, however deep', () => {
    expect(parseCall({ all: ['a.b', { '10%': { all: ['nonsense'] } }] })).toMatchObject({
      type: 'error',
      text: 'nonsense',
    });
  });
});

describe('callsOf', () => {
  it('lists leaf calls with the chance that they are made', () => {
    const sites = callsOf({
      calls: [
        'a.b',
        { '50%': { all: ['20% c.d', 'broken'] } },
        { cached: 'k', key: 'id', hit: '75%', calls: ['db.read t'] },
      ],
    });
    expect(sites.map(({ spec, probability, cachedIn }) => [spec, probability, cachedIn])).toEqual([
      ['a.b', 1, undefined],
      ['c.d', 0.1, undefined],
      ['k.get by id', 1, undefined],
      ['db.read t', 0.25, 'k'],
      ['k.set by id', 0.25, undefined],
    ]);
    expect(callsOf({})).toEqual([]);
  });
});
