import { describe, expect, it } from 'vitest';
import { drawWork, type Work, work } from './work.ts';

/** Random numbers that are the same every time (xorshift32). */
function seeded(): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function moments(time: Work): { mean: number; cv: number } {
  const random = seeded();
  const draws = Array.from({ length: 50_000 }, () => drawWork(time, random));
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
  const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
  return { mean, cv: Math.sqrt(variance) / mean };
}

describe('work', () => {
  it('uses the processor for as long as it says', async () => {
    const { user, system } = process.threadCpuUsage();
    await work(12);
    const after = process.threadCpuUsage();
    expect(after.user + after.system - user - system).toBeGreaterThanOrEqual(12_000);
  });

  it('lets others have their turn', async () => {
    const order: string[] = [];
    const long = work(40).then(() => order.push('long'));
    setImmediate(() => order.push('other'));
    await long;
    expect(order).toEqual(['other', 'long']);
  });

  it.each([
    [{ meanMs: 3 }, 0],
    [{ meanMs: 3, distribution: 'constant', cv: 2 }, 0],
    [{ meanMs: 3, distribution: 'exponential' }, 1],
    [{ meanMs: 3, distribution: 'lognormal', cv: 0.5 }, 0.5],
    [{ meanMs: 3, distribution: 'lognormal', cv: 0 }, 0],
    [{ meanMs: 3, distribution: 'gamma', cv: 0.5 }, 0.5],
    [{ meanMs: 3, distribution: 'gamma', cv: 2 }, 2],
    [{ meanMs: 3, distribution: 'gamma', cv: 0 }, 0],
  ] as const)('is spread as %j says', (time, cv) => {
    const found = moments(time);
    expect(Math.abs(found.mean - 3)).toBeLessThan(0.1);
    expect(Math.abs(found.cv - cv)).toBeLessThan(0.1);
  });
});
