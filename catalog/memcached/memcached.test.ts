import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { plan } from './plan.ts';
import { keyOf, secondsOf } from './runtime/client.ts';

describe('memcached', () => {
  it('fills three quarters of its memory, or what it is told', () => {
    const limit = (component: object) =>
      plan({ kind: 'cache', ...component }, testContext('hot')).args?.find((arg) =>
        arg.startsWith('--memory'),
      );
    expect(limit({})).toBe('--memory-limit=96');
    expect(limit({ resources: { memory: '1Gi' } })).toBe('--memory-limit=768');
    expect(limit({ 'memory-limit': '10Mi' })).toBe('--memory-limit=10');
  });

  it('answers no datagrams', () => {
    expect(plan({ kind: 'cache' }, testContext('hot')).args).toContain('--udp-port=0');
  });

  it('makes every key one that the protocol takes, and different ones of different keys', () => {
    const keys = ['p-1', 'two words', 'ü', 'x'.repeat(300), 'x'.repeat(301), 'line\r\nbreak'].map((key) =>
      keyOf('product', key),
    );
    for (const key of keys) expect(key).toMatch(/^[\x21-\x7e]{1,250}$/);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('counts expiry in seconds, beyond thirty days as a point in time', () => {
    expect(secondsOf(undefined)).toBe(0);
    expect(secondsOf(1)).toBe(1);
    expect(secondsOf(1_500)).toBe(2);
    expect(secondsOf(31 * 24 * 3_600_000)).toBeGreaterThan(1_700_000_000);
  });
});
