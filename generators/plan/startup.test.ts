import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acyclic } from './startup.ts';

const link = (from: string, to: string) => ({ from, to });
const links = fc
  .uniqueArray(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 60, selector: String })
  .map((pairs) => pairs.filter(([from, to]) => from !== to).map(([from, to]) => link(`n${from}`, `n${to}`)));

/** Whether following the links from `start` leads to `goal`. */
function reaches(kept: ReadonlySet<{ from: string; to: string }>, start: string, goal: string): boolean {
  const seen = new Set<string>();
  const queue = [start];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const { from, to } of kept) if (from === name) queue.push(to);
  }
  return seen.has(goal);
}

describe('start order', () => {
  it('waits for everything where nothing goes round', () => {
    const chain = [link('a', 'b'), link('b', 'c'), link('a', 'c')];
    expect([...acyclic(chain)]).toHaveLength(3);
  });

  it('drops the link that closes a cycle, the same whatever the order', () => {
    const cycle = [link('a', 'b'), link('b', 'c'), link('c', 'a')];
    expect([...acyclic(cycle)]).toEqual(
      [link('a', 'b'), link('b', 'c')].map((one) => expect.objectContaining(one)),
    );
    expect(new Set([...acyclic(cycle.toReversed())])).toEqual(new Set([cycle[0], cycle[1]]));
  });

  it('never leads back to where it began, and drops no link that it need not', () => {
    fc.assert(
      fc.property(links, (all) => {
        const kept = acyclic(all);
        for (const { from, to } of kept) expect(reaches(kept, to, from)).toBe(false);
        for (const one of all) if (!kept.has(one)) expect(reaches(kept, one.to, one.from)).toBe(true);
      }),
    );
  });

  it('follows chains of any length', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => link(`n${index}`, `n${index + 1}`));
    expect(acyclic(chain).size).toBe(20_000);
  });
});
