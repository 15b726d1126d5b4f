import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { plan } from './plan.ts';

describe('Redis', () => {
  it('is told its password over standard input, not on its command line', () => {
    const { command, env } = plan({ kind: 'cache' }, testContext('carts'));
    const script = command?.[2] ?? '';
    expect(env).toEqual({ REDISCLI_AUTH: { secret: 'CARTS_PASSWORD' } });
    expect(script.split('\n')[0]).not.toContain('REDISCLI_AUTH');
    expect(script).toContain('<<CONFIG\nrequirepass $REDISCLI_AUTH\nCONFIG\n');
  });

  it('fills three quarters of its memory, or what it is told', () => {
    const limit = (component: object) =>
      /--maxmemory (\d+) /.exec(
        plan({ kind: 'cache', ...component }, testContext('carts')).command?.[2] ?? '',
      )?.[1];
    expect(limit({})).toBe(String(96 * 2 ** 20));
    expect(limit({ resources: { memory: '1Gi' } })).toBe(String(768 * 2 ** 20));
    expect(limit({ 'memory-limit': '10Mi' })).toBe(String(10 * 2 ** 20));
  });

  it('keeps nothing unless it is told to', () => {
    const lost = plan({ kind: 'cache' }, testContext('carts'));
    expect(lost.volumes).toEqual([]);
    expect(lost.scratch.map(({ path }) => path)).toContain('/data');
    expect(lost.command?.[2]).toContain('--appendonly no');
    const kept = plan({ kind: 'cache', persistence: true, storage: '2Gi' }, testContext('carts'));
    expect(kept.volumes).toEqual([{ name: 'data', mountPath: '/data', size: '2Gi' }]);
    expect(kept.command?.[2]).toContain('--appendonly yes');
  });

  it('is well only if it answers: redis-cli ends with 0 also for errors', () => {
    expect(plan({ kind: 'cache' }, testContext('carts')).healthCommand).toEqual([
      'sh',
      '-c',
      'redis-cli ping | grep -q PONG',
    ]);
  });
});
