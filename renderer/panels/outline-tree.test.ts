import { describe, expect, it } from 'vitest';
import { outlineOf } from './outline-tree.ts';

describe('outlineOf', () => {
  it('groups by context in the order of the document', () => {
    const tree = outlineOf({
      edge: { kind: 'gateway', engine: 'nginx' },
      orders: { kind: 'service', context: 'ordering' },
      catalog: { kind: 'service', context: 'browsing' },
      cart: { kind: 'service', context: 'ordering' },
    });
    expect(tree.map(({ id }) => id)).toEqual(['edge', 'context:ordering', 'context:browsing']);
    expect(tree[1]?.data).toEqual({ type: 'context', names: ['orders', 'cart'] });
    expect(tree[1]?.children?.map(({ label }) => label)).toEqual(['orders', 'cart']);
    expect(tree[0]?.children).toBeUndefined();
  });
});
