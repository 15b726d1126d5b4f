import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServiceContract } from './contract.ts';
import { ConflictError } from './errors.ts';
import type { Subscription } from './ports/queue.ts';
import type { QueueResource } from './ports/resource.ts';
import { Unit } from './unit.ts';

const CONFIG = { port: 0, grpcPort: 0, host: '127.0.0.1', logLevel: 'silent' } as const;
const contract: ServiceContract = {
  service: 'orders',
  operations: {
    create: {
      name: 'create',
      http: { method: 'POST', path: '/orders/{id}' },
      input: {
        type: 'object',
        properties: { id: { type: 'string' }, count: { type: 'integer' } },
        required: ['id', 'count'],
      },
      output: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
    },
    note: {
      name: 'note',
      consumes: { queue: 'events', topic: 'made', subscription: 'orders.made' },
      input: { type: 'object' },
    },
  },
};
const module = { contract, bind: (ports: Api) => ports };
interface Api {
  create(input: { id: string; count: number }): Promise<object>;
  note(input: object): Promise<void>;
}

describe('a unit', () => {
  let unit: Unit;
  let answers: (input: { id: string; count: number }) => Promise<object>;
  let state: 'down' | 'up';
  let subscriptions: Subscription[];
  const queue: QueueResource = {
    name: 'events',
    start: async () => {},
    stop: async () => {},
    check: async () => {
      if (state === 'down') throw new Error('no broker');
    },
    publish: async () => {},
    subscribe: (subscription) => subscriptions.push(subscription),
  };
  const post = (payload: unknown, url = '/orders/o-1') =>
    unit.server.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json' },
      payload: JSON.stringify(payload),
    });

  beforeEach(() => {
    state = 'up';
    subscriptions = [];
    answers = async ({ id }) => ({ id, secret: 'not in the contract' });
    unit = new Unit('test', CONFIG);
    unit.mount(
      module,
      { create: (input) => answers(input), note: async () => {} },
      { queues: { events: unit.use(queue) } },
    );
  });
  afterEach(() => unit.stop());

  it('answers what the contract promises and no more', async () => {
    await unit.start();
    const response = await post({ count: 2, id: 'forged' });
    expect([response.statusCode, response.json()]).toEqual([200, { id: 'o-1' }]);
  });

  it.each([[{}], [{ count: 'many' }], [{ count: 1.5 }], [[]], ['text'], [null]])(
    'refuses %j',
    async (payload) => {
      await unit.start();
      const response = await post(payload);
      expect(response.statusCode).toBe(400);
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    },
  );

  it('says what went wrong, but nothing of what went wrong inside', async () => {
    await unit.start();
    answers = () => Promise.reject(new ConflictError('not enough'));
    expect((await post({ count: 1 })).json()).toMatchObject({ status: 409, detail: 'not enough' });
    answers = () => Promise.reject(new Error('password is hunter2'));
    const response = await post({ count: 1 });
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('hunter2');
  });

  it('is alive before it is ready, and ready only while its dependencies answer', async () => {
    const probe = async (url: string) => (await unit.server.inject(url)).statusCode;
    expect([await probe('/healthz'), await probe('/readyz'), (await post({ count: 1 })).statusCode]).toEqual([
      200, 503, 503,
    ]);
    await unit.start();
    expect(await probe('/readyz')).toBe(200);
    state = 'down';
    expect((await unit.server.inject('/readyz')).json()).toEqual({
      ready: false,
      checks: { events: 'no broker' },
    });
  });

  it('measures requests by operation', async () => {
    await unit.start();
    await post({ count: 1 });
    const { body } = await unit.server.inject('/metrics');
    expect(body).toContain(
      'http_server_request_duration_seconds_count{unit="test",service="orders",operation="create",method="POST",status="200"} 1',
    );
  });

  it('keeps apart two services that chose the same path', async () => {
    const other = { ...module, contract: { ...contract, service: 'archive' } };
    unit.mount(other, { create: async () => ({ id: 'archived' }), note: async () => {} });
    await unit.start();
    expect((await post({ count: 1 })).json()).toEqual({ id: 'o-1' });
    expect((await post({ count: 1 }, '/archive/orders/o-1')).json()).toEqual({ id: 'archived' });
  });

  it('reads messages with the context in which they were published', async () => {
    const [subscription] = subscriptions;
    expect([subscription?.subscription, subscription?.topic]).toEqual(['orders.made', 'made']);
    const message = { id: 'm-1', topic: 'made', payload: {}, headers: {} };
    expect(await subscription?.handle(message)).toBe('done');
    expect(await subscription?.handle(message)).toBe('duplicate');
  });
});
