import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { Client, credentials, Server as GrpcServer, ServerCredentials, status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nginxConf } from '../../catalog/nginx/conf.ts';
import type { NginxComponent } from '../../catalog/nginx/fields.ts';
import { testContext } from '../../catalog/testing/context.ts';
import { freePort } from '../system/free-port.ts';
import { findProgram, folderFor, serve } from './server.ts';

const ORIGIN = 'https://shop.example.com';
const program = findProgram('nginx', ['/usr/sbin']);
const bytes = (value: Buffer) => value;

/** Runs nginx as a gateway in front of servers of this machine. */
async function gateway(component: Partial<NginxComponent>, ports: { orders: number; payments?: number }) {
  const folder = await folderFor(undefined);
  const port = await freePort();
  const at = (other: number | undefined) => ({ host: '127.0.0.1', port: other ?? 1 });
  const connections =
    ports.payments === undefined ? [] : [{ from: 'edge', to: 'payments', protocol: 'grpc' as const }];
  const context = testContext('edge', {
    addresses: { orders: at(ports.orders), payments: at(ports.payments) },
    document: { connections, components: { orders: { kind: 'service' }, payments: { kind: 'service' } } },
  });
  const text = nginxConf({ kind: 'gateway', routes: { '/orders': 'orders' }, ...component }, context, '50m')
    .replaceAll('/tmp/', `${folder}/`)
    .replaceAll('/dev/stdout', join(folder, 'access.log'))
    .replaceAll('listen 8080', `listen 127.0.0.1:${port}`);
  await writeFile(join(folder, 'nginx.conf'), text);
  await mkdir(join(folder, 'logs'));
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'];
  const stop = await serve(program ?? '', args, { folder }, async () => {
    const { createConnection } = await import('node:net');
    await new Promise<void>((resolve, reject) => {
      const socket = createConnection({ host: '127.0.0.1', port }, () => resolve(void socket.destroy()));
      socket.once('error', reject);
    });
  });
  return { port, url: `http://127.0.0.1:${port}`, stop };
}

describe.skipIf(program === undefined)('nginx', () => {
  let orders: Server;
  let ordersPort = 0;
  beforeAll(async () => {
    orders = createServer((request, response) => {
      response.setHeader('access-control-allow-origin', 'https://of-the-service.example.com');
      request.resume().on('end', () => response.end(`${request.method} ${request.url}`));
    });
    ordersPort = await freePort();
    await new Promise<void>((resolve) => orders.listen(ordersPort, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => orders.close(resolve)));

  test('passes what is routed, and nothing else', async () => {
    const edge = await gateway({}, { orders: ordersPort });
    expect(await (await fetch(`${edge.url}/orders/7?x=1`)).text()).toBe('GET /orders/7?x=1');
    expect((await fetch(`${edge.url}/orders-of-others`)).status).toBe(404);
    const problem = await fetch(`${edge.url}/metrics`);
    expect([problem.status, problem.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    await edge.stop();
  });

  test('refuses bodies that are too long and clients that ask too often', async () => {
    const edge = await gateway({ 'body-limit': '1Ki', 'rate-limit': '2/s' }, { orders: ordersPort });
    const long = await fetch(`${edge.url}/orders`, { method: 'POST', body: 'x'.repeat(2000) });
    expect(long.status).toBe(413);
    const asked = await Promise.all(Array.from({ length: 8 }, () => fetch(`${edge.url}/orders`)));
    expect(asked.map((answer) => answer.status)).toContain(429);
    await edge.stop();
  });

  test('answers browsers for the services, and only to pages that may ask', async () => {
    const edge = await gateway({ 'cors-origins': [ORIGIN] }, { orders: ordersPort });
    const ask = (origin: string, method = 'OPTIONS') =>
      fetch(`${edge.url}/orders`, {
        method,
        headers: { origin, ...(method === 'OPTIONS' ? { 'access-control-request-method': 'PUT' } : {}) },
      });
    const preflight = await ask(ORIGIN);
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(preflight.headers.get('access-control-max-age')).toBe('3600');
    const answer = await ask(ORIGIN, 'GET');
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answer.headers.get('access-control-allow-methods')).toBeNull();
    expect(answer.headers.get('vary')).toContain('Origin');
    const stranger = await ask('https://evil.example.com');
    expect(stranger.headers.get('access-control-allow-origin')).toBeNull();
    expect(await stranger.text()).toBe('OPTIONS /orders');
    await edge.stop();
    const open = await gateway({ 'cors-origins': ['*'] }, { orders: ordersPort });
    const anybody = await fetch(`${open.url}/orders`, { headers: { origin: 'https://x.example.com' } });
    expect(anybody.headers.get('access-control-allow-origin')).toBe('*');
    await open.stop();
  });

  test('passes gRPC calls, and how they end', async () => {
    const payments = new GrpcServer();
    const method = (path: string) => ({
      path,
      requestStream: false,
      responseStream: false,
      requestSerialize: bytes,
      requestDeserialize: bytes,
      responseSerialize: bytes,
      responseDeserialize: bytes,
    });
    const path = '/shop.payments.v1.PaymentsService/Charge';
    payments.addService(
      { charge: method(path) },
      {
        charge: (call: { request: Buffer }, done: (error: object | null, answer?: Buffer) => void) =>
          call.request.length === 0
            ? done({ code: status.INVALID_ARGUMENT, details: 'empty' })
            : done(null, Buffer.concat([call.request, call.request])),
      },
    );
    const bound = await new Promise<number>((resolve, reject) =>
      payments.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
        error === null ? resolve(port) : reject(error),
      ),
    );
    const edge = await gateway({}, { orders: ordersPort, payments: bound });
    const client = new Client(`127.0.0.1:${edge.port}`, credentials.createInsecure());
    const call = (name: string, body: string) =>
      new Promise<string>((resolve, reject) =>
        client.makeUnaryRequest(name, bytes, bytes, Buffer.from(body), (error, answer) =>
          error === null ? resolve(String(answer)) : reject(error),
        ),
      );
    expect(await call(path, 'ab')).toBe('abab');
    await expect(call(path, '')).rejects.toMatchObject({ code: status.INVALID_ARGUMENT, details: 'empty' });
    await expect(call('/shop.other.v1.OtherService/Do', 'x')).rejects.toMatchObject({
      code: status.UNIMPLEMENTED,
    });
    payments.forceShutdown();
    await expect(call(path, 'ab')).rejects.toMatchObject({ code: status.UNAVAILABLE });
    client.close();
    await edge.stop();
  });
});
