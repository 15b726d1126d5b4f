import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../contract.ts';
import { codecOf } from './codec.ts';

const text = { type: 'string' } as const;
const size: JsonSchema = { type: 'object', properties: { widthCm: { type: 'number' } } };
const schema: JsonSchema = {
  type: 'object',
  properties: {
    orderId: text,
    note: { type: ['string', 'null'] },
    parts: { type: 'array', items: size },
    tags: { type: ['array', 'null'], items: text },
  },
};

describe('a message', () => {
  const codec = codecOf(schema);

  it('has the names of its file, and gives back what was put in', () => {
    const value = { orderId: 'o-1', note: '', parts: [{ widthCm: 1.5 }], tags: [] };
    const message = codec.encode(value);
    expect(message).toEqual({
      order_id: 'o-1',
      note: '',
      parts: [{ width_cm: 1.5 }],
      tags: { items: [] },
    });
    expect(codec.decode(message)).toEqual(value);
  });

  it('leaves out what is null, which is told from what is empty', () => {
    const message = codec.encode({ orderId: 'o-1', note: null, parts: [], tags: null });
    expect(message).toEqual({ order_id: 'o-1', parts: [] });
    expect(codec.decode(message)).toEqual({ orderId: 'o-1', note: null, parts: [], tags: null });
  });

  it('holds nothing that the contract does not name', () => {
    expect(codec.encode({ orderId: 'o-1', secret: 'x' })).toEqual({ order_id: 'o-1' });
    expect(codec.decode({ order_id: 'o-1', newer: 'x', parts: [] })).toEqual({
      orderId: 'o-1',
      note: null,
      parts: [],
      tags: null,
    });
  });

  it('stands for a list, or for nothing', () => {
    const list = codecOf({ type: 'array', items: size });
    expect(list.encode([{ widthCm: 1 }])).toEqual({ items: [{ width_cm: 1 }] });
    expect(list.decode({ items: [{ width_cm: 1 }] })).toEqual([{ widthCm: 1 }]);
    const nothing = codecOf(undefined);
    expect([nothing.encode(undefined), nothing.decode({})]).toEqual([{}, undefined]);
  });
});
