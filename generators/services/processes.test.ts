import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentFrom } from '../testing/documents.ts';
import { Collector, type ReceivedSpan } from './testing/collector.ts';
import { UnitProcess } from './testing/process.ts';
import { Workspace } from './testing/workspace.ts';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const PAYMENTS = 'shop.payments.v1.PaymentsService/Charge';

const document = documentFrom(`
archwright: 1
name: shop
components:
  orders:
    kind: service
    operations:
      place:
        http: POST /orders
        input: { sku: string, quantity: number }
        output: { chargeId: id }
        calls: [payments.charge]
  payments:
    kind: service
    operations:
      charge: { input: { sku: string, quantity: integer }, output: { chargeId: id } }
connections: [{ from: orders, to: payments, protocol: grpc, timeout: 400ms }]
`);

/** A handler as a team writes it: it says no, and takes its time. */
const HANDLER = `
import type { ChargeInput, ChargeOutput } from '@shop/contracts/payments';
import { ConflictError } from '@shop/runtime';
import type { PaymentsPorts } from '../ports.ts';

export async function charge(input: ChargeInput, _ports: PaymentsPorts): Promise<ChargeOutput> {
  if (input.sku === 'slow') await new Promise(() => {});
  if (input.sku === 'poor') throw new ConflictError('There is no money.');
  return { chargeId: \`\${input.sku}-\${input.quantity}\` };
}
`;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('two units that speak gRPC, as programs of their own', () => {
  let workspace: Workspace;
  let collector: Collector;
  let orders: UnitProcess;
  let payments: UnitProcess;
  let startPayments: () => Promise<UnitProcess>;

  const place = (payload: object) =>
    fetch(`${orders.url}/orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${TRACE}-${CALLER}-01` },
      body: JSON.stringify(payload),
    });
  const answerTo = async (payload: object) => {
    const response = await place(payload);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  beforeAll(async () => {
    workspace = new Workspace(document);
    writeFileSync(join(workspace.folder, 'services/modules/payments/src/handlers/charge.ts'), HANDLER);
    collector = await Collector.start();
    const tracing = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, LOG_LEVEL: 'info' };
    const [port, grpcPort] = [await freePort(), await freePort()];
    const environment = { ...tracing, GRPC_PORT: String(grpcPort) };
    startPayments = () => new UnitProcess(workspace.folder, 'payments', port, environment).ready();
    payments = await startPayments();
    orders = await new UnitProcess(workspace.folder, 'orders', await freePort(), {
      ...tracing,
      PAYMENTS_GRPC_URL: `grpc://127.0.0.1:${grpcPort}`,
    }).ready();
  });
  afterAll(async () => {
    await orders?.stop('SIGKILL');
    await payments?.stop('SIGKILL');
    await collector?.stop();
    workspace?.remove();
  });

  it('answer over REST what was found out over gRPC', async () => {
    expect(await answerTo({ sku: 'tea', quantity: 2 })).toEqual({
      status: 200,
      body: { chargeId: 'tea-2' },
    });
  });

  it('pass a no on: of the rules of business, and of the contract', async () => {
    expect(await answerTo({ sku: 'poor', quantity: 1 })).toMatchObject({
      status: 409,
      body: { detail: 'There is no money.' },
    });
    expect(await answerTo({ sku: 'tea', quantity: 1.5 })).toMatchObject({
      status: 400,
      body: { detail: '/quantity must be integer' },
    });
  });

  it('give up at the deadline', async () => {
    expect(await answerTo({ sku: 'slow', quantity: 1 })).toMatchObject({
      status: 504,
      body: { detail: 'payments did not answer within 400 ms.' },
    });
  });

  it('find each other again after one was killed and started anew', async () => {
    await payments.stop('SIGKILL');
    expect(await answerTo({ sku: 'tea', quantity: 3 })).toMatchObject({ status: 503 });
    payments = await startPayments();
    await expect
      .poll(async () => (await place({ sku: 'tea', quantity: 3 })).status, { timeout: 20_000 })
      .toBe(200);
  });

  it('measure both ends of the calls', async () => {
    const metrics = async (unit: UnitProcess) => (await fetch(`${unit.url}/metrics`)).text();
    expect(await metrics(payments)).toMatch(
      /grpc_server_request_duration_seconds_count\{[^}]*operation="charge",code="OK"\} \d/,
    );
    expect(await metrics(orders)).toMatch(/calls_total\{[^}]*target="payments",outcome="failed"[^}]*\} \d/);
  });

  it('export one trace over both when they end, and end well', async () => {
    expect(await orders.stop()).toBe(0);
    expect(await payments.stop()).toBe(0);
    const spans = collector.trace(TRACE);
    const above = (span: ReceivedSpan | undefined) =>
      spans.find(({ spanId }) => spanId === span?.parentSpanId);
    const charged = spans.find(({ service }) => service === 'payments');
    expect(charged).toMatchObject({
      name: PAYMENTS,
      kind: 2,
      unit: 'payments',
      attributes: { 'rpc.system': 'grpc', 'rpc.method': 'Charge' },
    });
    const call = above(charged);
    expect(call).toMatchObject({ name: PAYMENTS, kind: 3, service: 'orders' });
    expect(above(call)).toMatchObject({
      name: 'POST /orders',
      kind: 2,
      unit: 'orders',
      parentSpanId: CALLER,
    });
    expect(orders.output).toContain(`"trace_id":"${TRACE}"`);
  });
});
