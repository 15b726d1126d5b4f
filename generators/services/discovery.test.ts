import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../tests/system/eventually.ts';
import { freePort } from '../../tests/system/free-port.ts';
import { ConsulStandIn } from '../../tests/system/registries/consul.ts';
import { EurekaStandIn } from '../../tests/system/registries/eureka.ts';
import { documentFrom } from '../testing/documents.ts';
import { Workspace } from './testing/workspace.ts';

const MINUTES = 60_000;

const textWith = (engine: string) => `
archwright: 1
name: found
components:
  orders: { kind: service, operations: { create: { http: POST /orders, calls: [payments.charge] } } }
  payments: { kind: service, operations: { charge: { input: { amount: integer } } } }
  registry: { kind: discovery, engine: ${engine} }
`;

describe.each([
  ['consul', 'CONSUL_HTTP_ADDR', () => new ConsulStandIn()],
  ['eureka', 'EUREKA_CLIENT_SERVICEURL_DEFAULTZONE', () => new EurekaStandIn()],
] as const)('generated services with %s', (engine, variable, standIn) => {
  const workspace = new Workspace(documentFrom(textWith(engine)));
  const children: ChildProcess[] = [];
  let registry: ConsulStandIn | EurekaStandIn;

  beforeEach(async () => {
    registry = standIn();
    await registry.up();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await stop(child);
    await registry.down();
  });
  afterAll(() => workspace.remove());

  async function start(unit: string) {
    const port = await freePort();
    const child = spawn(process.execPath, [`apps/${unit}/src/main.ts`], {
      cwd: join(workspace.folder, 'services'),
      env: {
        PATH: process.env.PATH,
        PORT: String(port),
        HOST: '127.0.0.1',
        LOG_LEVEL: 'silent',
        // Nothing answers at the plain address: who is found is found by the registry.
        PAYMENTS_URL: 'http://payments.invalid',
        [variable]: registry.url,
      },
      stdio: 'ignore',
    });
    children.push(child);
    const url = `http://127.0.0.1:${port}`;
    await eventually(`${unit} is ready`, async () => expect((await fetch(`${url}/readyz`)).status).toBe(200));
    return { url, child };
  }

  it(
    'pass the compiler and their linter',
    () => {
      expect(workspace.build()).toBe('');
      expect(workspace.lint()).toBe('');
    },
    MINUTES,
  );

  it(
    'find each other by it, and are gone from it when they have stopped',
    async () => {
      const payments = await start('payments');
      const orders = await start('orders');
      const order = async () => {
        const body = JSON.stringify({ amount: 3 });
        const headers = { 'content-type': 'application/json' };
        return (await fetch(`${orders.url}/orders`, { method: 'POST', headers, body })).status;
      };
      await eventually('orders finds payments', async () => expect(await order()).toBe(204));
      await stop(payments.child);
      expect(await order()).toBe(503);
      expect(registry.registered().filter((id) => id.startsWith('payments-'))).toEqual([]);
      expect(registry.registered().length).toBe(1);
    },
    MINUTES,
  );
});

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
