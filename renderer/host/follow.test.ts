import { expect, test } from 'vitest';
import { State } from './connection.ts';
import { followFile } from './follow.ts';

/** Watches whose events the test sends. */
function watches() {
  const started: { path: string; signal: AbortSignal; send(version: string | null): void; fail(): void }[] =
    [];
  const watch = async (
    path: string,
    signal: AbortSignal,
  ): Promise<AsyncIterable<{ version: string | null }>> => {
    const stream = new TransformStream<{ version: string | null }, { version: string | null }>();
    const writer = stream.writable.getWriter();
    started.push({
      path,
      signal,
      send: (version) => void writer.write({ version }),
      fail: () => void writer.abort(new Error('broken')),
    });
    return stream.readable;
  };
  return { started, watch };
}

const turns = () => new Promise((done) => setImmediate(done));

test('hears each version, watches anew after a reconnection, and ends', async () => {
  const connection = new State<'connecting' | 'open' | 'lost'>('open');
  const { started, watch } = watches();
  const heard: (string | null)[] = [];
  const end = followFile({ watch, connection }, '/a', (version) => heard.push(version));
  await turns();
  started[0]?.send('one');
  await turns();
  connection.set('lost');
  started[0]?.fail();
  await turns();
  connection.set('open');
  await turns();
  expect(started).toHaveLength(2);
  started[1]?.send(null);
  await turns();
  expect(heard).toEqual(['one', null]);
  end();
  expect(started[1]?.signal.aborted).toBe(true);
  connection.set('lost');
  connection.set('open');
  expect(started).toHaveLength(2);
});

test('a state tells its followers of changes only', () => {
  const state = new State(1);
  let told = 0;
  const stop = state.subscribe(() => told++);
  state.set(1);
  state.set(2);
  stop();
  state.set(3);
  expect([told, state.get()]).toEqual([1, 3]);
});
