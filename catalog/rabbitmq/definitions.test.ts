import { expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { definitionsOf } from './definitions.ts';
import { plan } from './plan.ts';
import { declareTopology } from './runtime/topology.ts';

const READERS = [
  {
    subscription: 'shipping.order-placed',
    service: 'shipping',
    broker: 'shop-events',
    topic: 'order-placed',
  },
  { subscription: 'mail.order-placed', service: 'mail', broker: 'shop-events', topic: 'order-placed' },
];

/** What the runtime declares, in the broker's format. */
async function declared() {
  const exchanges: object[] = [];
  const queues: object[] = [];
  const bindings: object[] = [];
  const channel = {
    assertExchange: async (name: string, type: string, { durable }: { durable: boolean }) =>
      exchanges.push({ name, type, durable }),
    assertQueue: async (name: string, options: { durable: boolean; arguments: object }) =>
      queues.push({ name, ...options }),
    bindQueue: async (destination: string, source: string, routing_key: string) =>
      bindings.push({ source, destination, routing_key }),
  };
  await declareTopology(channel as never, 'shop-events', READERS);
  return { exchanges, queues, bindings };
}

it('defines the very exchange, queues and bindings that services declare', async () => {
  const runtime = await declared();
  const definitions = definitionsOf('shop-events', READERS) as typeof runtime;
  for (const kind of ['exchanges', 'queues', 'bindings'] as const) {
    expect(definitions[kind]).toMatchObject(runtime[kind]);
    expect(definitions[kind]).toHaveLength(runtime[kind].length);
  }
});

it('knows every reader of the document, and begins with a line that the account can follow', () => {
  const operations = { ship: { consumes: 'bus paid' }, log: { consumes: 'bus paid' }, other: {} };
  const components = {
    shipping: { kind: 'service', operations },
    archive: { kind: 'service', operations: { keep: { consumes: 'old paid' } } },
  } as const;
  const { files } = plan({ kind: 'queue' }, testContext('bus', { document: { components } }));
  const text = files.find(({ path }) => path === 'messaging/bus/definitions.json')?.content ?? '';
  expect(text.split('\n')[0]).toBe('{');
  expect(JSON.parse(text).bindings).toMatchObject([
    { source: 'bus', destination: 'shipping.paid', routing_key: 'paid' },
    { source: 'bus', destination: 'shipping.paid.log', routing_key: 'paid' },
  ]);
});
