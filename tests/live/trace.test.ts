import assert from 'node:assert/strict';
import { describe, onTestFinished, test } from 'vitest';
import { definitionsOf } from '../../catalog/rabbitmq/definitions.ts';
import { Collector, type ReceivedSpan } from '../../generators/services/testing/collector.ts';
import { UnitProcess } from '../../generators/services/testing/process.ts';
import { Workspace } from '../../generators/services/testing/workspace.ts';
import { documentFrom } from '../../generators/testing/documents.ts';
import { eventually } from '../system/eventually.ts';
import { freePort } from '../system/free-port.ts';
import { findProgram } from './server.ts';
import { NATS_ACCOUNT, RABBIT_ACCOUNT, startNats, startRabbit } from './servers.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
/** Span of whoever stands before the first service: a gateway hands the header on. */
const GATEWAY = '00f067aa0ba902b7';

const brokers = [
  {
    engine: 'rabbitmq',
    program: findProgram('rabbitmq-server', ['/usr/lib/rabbitmq/bin']),
    start: async (program: string) => {
      const server = await startRabbit(program, definitionsOf('shop-events', []));
      return { server, url: `amqp://${RABBIT_ACCOUNT}@127.0.0.1:${server.port}` };
    },
  },
  {
    engine: 'nats',
    program: findProgram('nats-server', ['/usr/sbin']),
    start: async (program: string) => {
      const server = await startNats(program);
      const { user, pass } = NATS_ACCOUNT;
      return { server, url: `nats://${user}:${pass}@127.0.0.1:${server.port}` };
    },
  },
] as const;

const documentWith = (engine: string) =>
  documentFrom(`
archwright: 1
name: shop
components:
  orders:
    kind: service
    operations:
      place:
        http: POST /orders
        input: { sku: string }
        output: { chargeId: id }
        calls: [payments.charge]
  payments:
    kind: service
    operations:
      charge: { input: { sku: string }, output: { chargeId: id }, calls: [shop-events.publish charged] }
  shipping:
    kind: service
    operations:
      ship: { consumes: shop-events charged }
  shop-events:
    kind: queue
    engine: ${engine}
    topics: { charged: { payload: { sku: string } } }
connections: [{ from: orders, to: payments, protocol: grpc }]
`);

describe.each(brokers)('a trace over $engine', ({ engine, program, start }) => {
  test.skipIf(program === undefined)('goes from the gateway to who reads the message', async () => {
    const broker = await start(program ?? '');
    onTestFinished(() => broker.server.stop());
    const workspace = new Workspace(documentWith(engine));
    onTestFinished(() => workspace.remove());
    const collector = await Collector.start();
    onTestFinished(() => collector.stop());
    const environment = {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
      SHOP_EVENTS_URL: broker.url,
      GRPC_PORT: String(await freePort()),
    };
    const run = async (unit: string) => {
      const started = new UnitProcess(workspace.folder, unit, await freePort(), {
        ...environment,
        PAYMENTS_GRPC_URL: `grpc://127.0.0.1:${environment.GRPC_PORT}`,
      });
      onTestFinished(() => void started.stop('SIGKILL'));
      return started.ready();
    };
    const units = [await run('shipping'), await run('payments'), await run('orders')];

    const response = await fetch(`${units[2]?.url}/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${TRACE}-${GATEWAY}-01` },
      body: JSON.stringify({ sku: 'tea' }),
    });
    assert.equal(response.status, 200);
    await eventually('shipping handles the message', async () =>
      assert.match(await (await fetch(`${units[0]?.url}/metrics`)).text(), /outcome="done"[^}]*\} 1/),
    );
    for (const unit of units) assert.equal(await unit.stop(), 0, unit.output);

    assert.deepEqual(pathOf(collector.trace(TRACE)), [
      { service: 'orders', kind: 2, name: 'POST /orders' },
      { service: 'orders', kind: 3, name: 'shop.payments.v1.PaymentsService/Charge' },
      { service: 'payments', kind: 2, name: 'shop.payments.v1.PaymentsService/Charge' },
      { service: 'payments', kind: 4, name: 'send charged' },
      { service: 'shipping', kind: 5, name: 'process charged' },
    ]);
  });
});

/** The spans from the gateway's down, each the child of the one before. */
function pathOf(spans: readonly ReceivedSpan[]): Pick<ReceivedSpan, 'service' | 'kind' | 'name'>[] {
  const path: Pick<ReceivedSpan, 'service' | 'kind' | 'name'>[] = [];
  let parent = GATEWAY;
  for (;;) {
    const [span, ...others] = spans.filter(({ parentSpanId }) => parentSpanId === parent);
    assert.deepEqual(others, []);
    if (span === undefined) break;
    path.push({ service: span.service, kind: span.kind, name: span.name });
    parent = span.spanId;
  }
  assert.equal(path.length, spans.length);
  return path;
}
