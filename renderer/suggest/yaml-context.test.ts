import { describe, expect, it } from 'vitest';
import { keysAbove } from './yaml-context.ts';

const text = `components:
  # the shop
  orders:
    kind: service
    operations:
      create-order:
        calls:
          - payments.charge
          - 
connections:
  - { from: a, to: b }
  - from: orders
    to: `;
const lines = text.split('\n');
const upTo = (count: number) => lines.slice(0, count);

describe('keysAbove', () => {
  it('reads the keys above a list item that is being typed', () => {
    expect(keysAbove(upTo(9))).toEqual(['components', 'orders', 'operations', 'create-order', 'calls']);
  });

  it('counts the key of the line itself', () => {
    expect(keysAbove(upTo(4))).toEqual(['components', 'orders', 'kind']);
    expect(keysAbove(lines)).toEqual(['connections', 'to']);
    expect(keysAbove([...upTo(10), '  - { from: a, to: '])).toEqual(['connections', 'to']);
  });

  it('knows lists that stand at their key', () => {
    expect(keysAbove(['a:', '  calls:', '  - x'])).toEqual(['a', 'calls']);
    expect(keysAbove(['top'])).toEqual([]);
  });
});
