import { describe, expect, it } from 'vitest';
import { searchComponents } from './search-components.ts';

const components = {
  'orders-db': { kind: 'database' },
  reorders: { kind: 'service' },
  orders: { kind: 'service' },
} as const;

describe('searchComponents', () => {
  it('puts what starts with the words first, the shortest before the longer', () => {
    expect(searchComponents(components, 'ORD').map(({ name }) => name)).toEqual([
      'orders',
      'orders-db',
      'reorders',
    ]);
    expect(searchComponents(components, 'cart')).toEqual([]);
    expect(searchComponents(components, ' ')).toEqual([]);
  });

  it('lists a dozen at most', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`s${index}`, { kind: 'service' as const }]),
    );
    expect(searchComponents(many, 's')).toHaveLength(12);
  });
});
