import { describe, expect, it } from 'vitest';
import { ago } from './ago.ts';

describe('ago', () => {
  it('chooses the unit that reads best', () => {
    expect(ago(0, 400)).toBe('now');
    expect(ago(0, 59_000)).toBe('59 seconds ago');
    expect(ago(0, 5 * 60_000)).toBe('5 minutes ago');
    expect(ago(0, 26 * 3_600_000)).toBe('yesterday');
    expect(ago(0, 800 * 86_400_000)).toBe('2 years ago');
  });

  it('takes a clock that was set back for now', () => {
    expect(ago(10_000, 0)).toBe('now');
  });
});
