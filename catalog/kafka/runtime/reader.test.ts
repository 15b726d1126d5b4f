import { expect, it } from 'vitest';
import type { Subscription } from '#runtime';
import { type ReaderContext, receive, type TextDelivery, type TextProducer } from './reader.ts';

/** One message on its way through a reader, with all that happens to it, in order. */
function scene(handle: (attempt: number) => void, dead: () => void = () => undefined) {
  const events: string[] = [];
  const stop = new AbortController();
  let attempt = 0;
  const subscription: Subscription = {
    subscription: 'shipping.placed',
    topic: 'placed',
    handle: async () => {
      attempt += 1;
      handle(attempt);
      return 'done';
    },
    settled: (outcome) => events.push(outcome),
  };
  const producer = {
    send: async ({ messages: [message] }: { messages: { topic: string; headers: object }[] }) => {
      dead();
      events.push(`${message?.topic} ${JSON.stringify(message?.headers)}`);
    },
  } as unknown as TextProducer;
  const delivery = {
    topic: 'bus.placed',
    partition: 2,
    offset: 7n,
    value: '{}',
    headers: new Map([['x-message-id', 'm-1']]),
    commit: async () => void events.push('commit'),
  } as unknown as TextDelivery;
  const policy = { attempts: 3, delayMs: 1 };
  const context: ReaderContext = { stream: 'bus', producer, policy, signal: stop.signal };
  return { events, stop, run: () => receive(context, subscription, delivery) };
}

it('tries again in place, and commits only then', async () => {
  const { events, run } = scene((attempt) => {
    if (attempt < 3) throw new Error('not yet');
  });
  await run();
  expect(events).toEqual(['retried', 'retried', 'commit', 'done']);
});

it('commits a message that it gives up when it is safe among the dead letters', async () => {
  const { events, run } = scene(() => {
    throw new Error('never');
  });
  await run();
  const headers = {
    'x-message-id': 'm-1',
    'x-reason': 'never',
    'x-attempt': '3',
    'x-origin': 'bus.placed/2/7',
  };
  expect(events).toEqual([
    'retried',
    'retried',
    `bus.shipping.placed.dead ${JSON.stringify(headers)}`,
    'commit',
    'dead',
  ]);
});

it('passes over nothing that could not be put among the dead letters', async () => {
  const { events, run } = scene(
    () => {
      throw new Error('never');
    },
    () => {
      throw new Error('the broker is away');
    },
  );
  await expect(run()).rejects.toThrow('the broker is away');
  expect(events).toEqual(['retried', 'retried']);
});

it('leaves a message to another reader when it stops between two attempts', async () => {
  const { events, stop, run } = scene(() => {
    stop.abort();
    throw new Error('not yet');
  });
  await expect(run()).rejects.toThrow();
  expect(events).toEqual(['retried']);
});
