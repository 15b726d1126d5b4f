import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AnyOperation, OperationContract, ServiceModule } from '../contract.ts';
import { InvalidError } from '../errors.ts';
import { Health } from '../health.ts';
import { addressOf, bodyOf, partsOf, usesQuery } from '../http/path.ts';
import { addOperations } from '../http/routes.ts';
import { createServer } from '../http/server.ts';
import { createLog } from '../log.ts';
import { createConsumer } from '../messaging/consumer.ts';
import { createMemoryInbox } from '../messaging/memory-inbox.ts';
import { createMetrics } from '../metrics.ts';
import { validatorOf } from '../schema.ts';
import { sample } from './sample.ts';

const BASE = 'http://service.test';

/**
 * Tests that a service keeps its contract, as its callers see it: over HTTP, and by the messages that it reads.
 *
 * @param createPorts makes fresh stand-ins for what the service needs
 */
export function testContract<Ports, Api extends object>(
  module: ServiceModule<Ports, Api>,
  createPorts: () => Ports,
): void {
  describe(`contract of ${module.contract.service}`, () => {
    for (const [method, operation] of Object.entries(module.contract.operations)) {
      if (operation.http !== undefined) testHttp(module, createPorts, operation);
      if (operation.consumes !== undefined) testMessages(module, createPorts, method, operation);
    }
  });
}

function testHttp<Ports, Api extends object>(
  module: ServiceModule<Ports, Api>,
  createPorts: () => Ports,
  operation: OperationContract,
): void {
  test(`${operation.name} answers as promised`, async () => {
    const response = await request(module, createPorts, operation, sample(operation.input));
    assert.equal(response.statusCode, operation.output === undefined ? 204 : 200, response.body);
    if (operation.output !== undefined) assert.deepEqual(validatorOf(operation.output)(response.json()), []);
  });
  if ((partsOf(operation).rest?.required ?? []).length === 0) return;
  test(`${operation.name} refuses an input with fields missing`, async () => {
    const parameters = partsOf(operation).params;
    const response = await request(
      module,
      createPorts,
      operation,
      parameters === undefined ? {} : sample(parameters),
    );
    assert.equal(response.statusCode, 400, response.body);
    assert.match(String(response.headers['content-type']), /^application\/problem\+json/);
  });
}

function testMessages<Ports, Api extends object>(
  module: ServiceModule<Ports, Api>,
  createPorts: () => Ports,
  method: string,
  operation: OperationContract,
): void {
  const consumerOf = () => {
    const api = module.bind(createPorts()) as Readonly<Record<string, AnyOperation>>;
    const handler = api[method];
    assert(handler !== undefined, `${method} is missing`);
    const metrics = createMetrics('test', { runtime: false });
    return createConsumer({
      service: module.contract.service,
      operation,
      handler,
      inbox: createMemoryInbox(),
      metrics,
      log: createLog('test', 'silent'),
    });
  };
  const message = { id: 'message-1', topic: operation.consumes?.topic ?? '', headers: {} };
  test(`${operation.name} handles a message once, however often it comes`, async () => {
    const consumer = consumerOf();
    assert.equal(await consumer.handle({ ...message, payload: sample(operation.input) }), 'done');
    assert.equal(await consumer.handle({ ...message, payload: sample(operation.input) }), 'duplicate');
  });
  if ((operation.input.required ?? []).length === 0) return;
  test(`${operation.name} refuses a message with fields missing`, async () => {
    await assert.rejects(consumerOf().handle({ ...message, payload: {} }), InvalidError);
  });
}

async function request<Ports, Api extends object>(
  module: ServiceModule<Ports, Api>,
  createPorts: () => Ports,
  operation: OperationContract,
  input: unknown,
) {
  const metrics = createMetrics('test', { runtime: false });
  const health = new Health(metrics);
  health.started = true;
  const server = createServer({ log: createLog('test', 'silent'), metrics, health });
  addOperations(
    server,
    module.contract,
    module.bind(createPorts()) as Readonly<Record<string, AnyOperation>>,
  );
  const http = operation.http ?? { method: 'POST' as const, path: '/' };
  const fields = Object.fromEntries(Object.entries(input ?? {}));
  const { pathname, search } = addressOf(BASE, http, fields);
  const body = usesQuery(http.method) ? {} : { payload: bodyOf(http.path, fields) };
  try {
    return await server.inject({ method: http.method, url: `${pathname}${search}`, ...body });
  } finally {
    await server.close();
  }
}
