import { expect, test } from 'vitest';
import { mapLimited } from './limit.ts';

test('keeps the order and never runs more than the limit', async () => {
  let running = 0;
  let most = 0;
  const results = await mapLimited([3, 1, 2], 2, async (item) => {
    most = Math.max(most, ++running);
    for (let turn = 0; turn < item; turn++) await Promise.resolve();
    running--;
    return item * 10;
  });
  expect(results).toEqual([30, 10, 20]);
  expect(most).toBe(2);
});

test('after a failure nothing new starts, and what runs is waited for', async () => {
  const ended: number[] = [];
  const work = mapLimited([0, 1, 2, 3], 2, async (item) => {
    if (item === 0) throw new Error('no');
    await Promise.resolve();
    ended.push(item);
  });
  await expect(work).rejects.toThrow('no');
  expect(ended).toEqual([1]);
});
