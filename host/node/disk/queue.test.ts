import { expect, test } from 'vitest';
import { Queue } from './queue.ts';

test('work under one key waits, under another it does not, and a failure stops nobody', async () => {
  const queue = new Queue();
  const log: string[] = [];
  let open = () => {};
  const gate = new Promise<void>((done) => {
    open = done;
  });
  const first = queue.run('a', async () => {
    await gate;
    log.push('a1');
    throw new Error('a1 failed');
  });
  const second = queue.run('a', async () => log.push('a2'));
  await queue.run('b', async () => log.push('b'));
  expect(log).toEqual(['b']);
  open();
  await expect(first).rejects.toThrow('a1 failed');
  await second;
  expect(log).toEqual(['b', 'a1', 'a2']);
});
