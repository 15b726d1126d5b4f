import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocal } from '../calls/local.ts';
import { createContext, currentContext, outgoingHeaders, runInContext } from '../context.ts';
import type { QueueContract, ServiceContract } from '../contract.ts';
import { NotFoundError } from '../errors.ts';
import { createClient } from '../http/client.ts';
import { createLog } from '../log.ts';
import { createPublisher } from '../messaging/publisher.ts';
import type { Message, Subscription } from '../ports/queue.ts';
import type { DatabaseResource, QueueResource } from '../ports/resource.ts';
import type { TableDefinition } from '../ports/table.ts';
import { MemoryTable } from '../testing/memory-table.ts';
import { Unit } from '../unit.ts';
import { startTracing } from './index.ts';
import { createTracing } from './opentelemetry.ts';
import { openSpan, setTracer } from './span.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const log = createLog('test', 'silent');
const object = { type: 'object' } as const;
const orders: ServiceContract = {
  service: 'orders',
  operations: {
    create: { name: 'create', http: { method: 'POST', path: '/orders/{id}' }, input: object, output: object },
  },
};
const payments: ServiceContract = {
  service: 'payments',
  operations: {
    charge: { name: 'charge', http: { method: 'POST', path: '/charges' }, input: object, output: object },
  },
};
const stock: ServiceContract = {
  service: 'stock',
  operations: {
    count: { name: 'count', http: { method: 'GET', path: '/counts' }, input: object, output: object },
    note: {
      name: 'note',
      consumes: { queue: 'events', topic: 'placed', subscription: 'stock.placed' },
      input: object,
    },
  },
};
const events: QueueContract = {
  queue: 'events',
  topics: { placed: object },
  subscriptions: [{ subscription: 'stock.placed', topic: 'placed' }],
};
interface Row {
  id: string;
  total: number;
}
const table: TableDefinition<Row> = {
  name: 'orders',
  key: 'id',
  columns: {
    id: { name: 'id', type: 'id', nullable: false },
    total: { name: 'total', type: 'integer', nullable: false },
  },
};
const resource = { start: async () => {}, stop: async () => {}, check: async () => {} };

describe('a trace', () => {
  const exporter = new InMemorySpanExporter();
  const units: Unit[] = [];
  const unitOf = (name: string) => {
    const unit = new Unit(name, { port: 0, grpcPort: 0, host: '127.0.0.1', logLevel: 'silent' });
    units.push(unit);
    return unit;
  };

  beforeEach(() => {
    exporter.reset();
    setTracer(createTracing('shop', {}, log, new SimpleSpanProcessor({ exporter })).tracer);
  });
  afterEach(async () => {
    setTracer(undefined);
    for (const unit of units.splice(0)) await unit.stop();
  });

  /** Orders calls payments, writes a row, publishes; stock, in the same unit, is called and reads the message. */
  async function system() {
    const messages: Message[] = [];
    const subscriptions: Subscription[] = [];
    const queue: QueueResource = {
      ...resource,
      name: 'events',
      system: 'rabbitmq',
      publish: async (message) => void messages.push(message),
      subscribe: (subscription) => void subscriptions.push(subscription),
    };
    const database: DatabaseResource = {
      ...resource,
      name: 'orders-db',
      system: 'postgresql',
      table: <R extends object>(definition: TableDefinition<R>) => new MemoryTable(definition),
      once: async () => 'done',
    };
    const other = unitOf('payments');
    other.mount({ contract: payments, bind: (api: object) => api }, { charge: async () => ({ paid: true }) });
    await other.start();
    const address = other.server.server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;

    const unit = unitOf('shop');
    const { metrics } = unit;
    const broker = unit.use(queue);
    const rows = unit.use(database).table(table);
    const remote = createClient<{ charge(input: object): Promise<object> }>(payments, {
      service: 'orders',
      url,
      timeoutMs: 1_000,
      retries: 0,
      metrics,
    });
    const publisher = createPublisher<{ placed: object }>(broker, events, { service: 'orders', metrics });
    const stockApi = unit.mount(
      { contract: stock, bind: (api: { count(): Promise<object>; note(): Promise<void> }) => api },
      { count: async () => ({ count: 1 }), note: async () => {} },
      { queues: { events: broker } },
    );
    const local = createLocal(stock, () => stockApi, { service: 'orders', metrics });
    const create = async ({ id }: { id: string }) => {
      await local.count();
      await remote.charge({});
      await rows.write({ id, total: 1 });
      await publisher.publish('placed', { id });
      return { id };
    };
    unit.mount({ contract: orders, bind: (api: { create: typeof create }) => api }, { create });
    await unit.start();
    return { unit, messages, subscriptions };
  }

  const spans = () =>
    exporter.getFinishedSpans().map(({ name, resource: { attributes }, parentSpanContext }) => ({
      name,
      service: attributes['service.name'],
      parent: parentSpanContext?.spanId,
    }));
  const idOf = (name: string, kind?: number) =>
    exporter
      .getFinishedSpans()
      .find((span) => span.name === name && (kind === undefined || span.kind === kind))
      ?.spanContext().spanId;

  it('goes through requests, calls near and far, stores and messages, each under its own service', async () => {
    const { unit, messages, subscriptions } = await system();
    const response = await unit.server.inject({
      method: 'POST',
      url: '/orders/o-1',
      headers: { traceparent: `00-${TRACE}-${CALLER}-01`, 'content-type': 'application/json' },
      payload: '{}',
    });
    expect(response.statusCode).toBe(200);
    const [message] = messages;
    if (message !== undefined) await subscriptions[0]?.handle(message);
    const root = idOf('POST /orders/:id');
    expect(new Set(exporter.getFinishedSpans().map((span) => span.spanContext().traceId))).toEqual(
      new Set([TRACE]),
    );
    await expect.poll(() => spans()).toHaveLength(7);
    expect(spans()).toEqual(
      expect.arrayContaining([
        { name: 'POST /orders/:id', service: 'orders', parent: CALLER },
        { name: 'stock.count', service: 'stock', parent: root },
        { name: 'POST /charges', service: 'orders', parent: root },
        { name: 'POST /charges', service: 'payments', parent: idOf('POST /charges', 2) },
        { name: 'write orders', service: 'orders', parent: root },
        { name: 'send placed', service: 'orders', parent: root },
        { name: 'process placed', service: 'stock', parent: idOf('send placed') },
      ]),
    );
  });

  it('says what the conventions ask for', async () => {
    const { unit } = await system();
    await unit.server.inject({ method: 'POST', url: '/orders/o-1', payload: {} });
    const attributes = (name: string, kind: number) =>
      exporter.getFinishedSpans().find((span) => span.name === name && span.kind === kind)?.attributes;
    expect(attributes('POST /orders/:id', 1)).toMatchObject({
      'http.request.method': 'POST',
      'http.route': '/orders/:id',
      'http.response.status_code': 200,
    });
    expect(attributes('POST /charges', 2)).toMatchObject({ 'url.template': '/charges' });
    expect(attributes('write orders', 2)).toMatchObject({
      'db.system.name': 'postgresql',
      'db.collection.name': 'orders',
      'db.operation.name': 'write',
    });
    expect(attributes('send placed', 3)).toMatchObject({
      'messaging.system': 'rabbitmq',
      'messaging.destination.name': 'placed',
    });
  });

  it('begins anew where nobody began it, and marks what failed but not what was refused', () => {
    const span = (kind: 'server' | 'client', error?: unknown) => {
      const open = openSpan({ name: 's', kind, attributes: {} }, createContext({}, 'orders'));
      open.end(error);
      return exporter.getFinishedSpans().at(-1);
    };
    expect(span('server')?.parentSpanContext).toBeUndefined();
    expect(span('server', new NotFoundError('no'))?.status.code).toBe(0);
    expect(span('server', new Error('broken'))?.status).toEqual({ code: 2, message: 'broken' });
    expect(span('client', new NotFoundError('no'))?.status.code).toBe(2);
  });

  it("leaves unrecorded what the caller's tracer left out, and hands that on", () => {
    const { tracer } = createTracing('shop', {}, log, new SimpleSpanProcessor({ exporter }));
    const traceparent = `00-${TRACE}-${CALLER}-00`;
    const span = tracer.start({ name: 's', kind: 'server', attributes: {} }, createContext({ traceparent }));
    span.end();
    expect(span.traceparent).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-00$`));
    expect(exporter.getFinishedSpans()).toEqual([]);
  });

  it.each([
    [{}, 1],
    [{ OTEL_TRACES_SAMPLER: 'always_off' }, 0],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' }, 0],
    [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '1' }, 1],
    [{ OTEL_TRACES_SAMPLER: 'nonsense' }, 1],
  ])('is recorded as %j says', (environment, count) => {
    const { tracer } = createTracing('shop', environment, log, new SimpleSpanProcessor({ exporter }));
    tracer.start({ name: 's', kind: 'server', attributes: {} }, createContext({})).end();
    expect(exporter.getFinishedSpans()).toHaveLength(count);
  });

  it('is in every line of the log', () => {
    const lines: string[] = [];
    const logger = createLog('shop', 'info', { write: (line) => void lines.push(line) });
    const context = createContext({ requestId: 'r-1', traceparent: `00-${TRACE}-${CALLER}-01` }, 'orders');
    runInContext(context, () => logger.info('here'));
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      unit: 'shop',
      service: 'orders',
      requestId: 'r-1',
      trace_id: TRACE,
      span_id: CALLER,
    });
  });
});

describe('without a collector', () => {
  it.each([
    [{}],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_SDK_DISABLED: 'true' }],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1', OTEL_TRACES_EXPORTER: 'none' }],
  ])('nothing is recorded, and the trace is handed on as it came: %j', async (environment) => {
    const stop = await startTracing('shop', environment, log);
    const context = createContext({ traceparent: `00-${TRACE}-${CALLER}-01` });
    const span = openSpan({ name: 's', kind: 'server', attributes: {} }, context);
    expect(span.context).toBe(context);
    expect(runInContext(context, outgoingHeaders).traceparent).toBe(`00-${TRACE}-${CALLER}-01`);
    expect(runInContext(context, currentContext)).toBe(context);
    await stop();
  });
});
