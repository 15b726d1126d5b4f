import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundedName, freeName } from './names.ts';

const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/);

describe('names', () => {
  it('stay as they are where they fit, and are labels where they do not', () => {
    expect(boundedName('orders')).toBe('orders');
    fc.assert(
      fc.property(label, label, fc.integer({ min: 10, max: 63 }), (a, b, max) => {
        expect(boundedName(`${a}-${b}`, max)).toMatch(/^[a-z]([-a-z0-9]*[a-z0-9])?$/);
        expect(boundedName(`${a}-${b}`, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });

  it('stay apart when they are shortened', () => {
    expect(boundedName(`${'a'.repeat(60)}-first`, 52)).not.toBe(boundedName(`${'a'.repeat(60)}-second`, 52));
  });

  it('are numbered where they are taken', () => {
    expect(freeName('orders', new Set())).toBe('orders');
    expect(freeName('orders', new Set(['orders', 'orders-2']))).toBe('orders-3');
  });
});
