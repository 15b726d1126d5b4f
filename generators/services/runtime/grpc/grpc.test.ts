import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, credentials } from '@grpc/grpc-js';
import { service as healthService } from 'grpc-health-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createContext, currentContext, type RequestContext, remainingMs, runInContext } from '../context.ts';
import type { ServiceContract } from '../contract.ts';
import { ConflictError, InvalidError, NotFoundError, TimeoutError, UnavailableError } from '../errors.ts';
import { createMetrics } from '../metrics.ts';
import { Unit } from '../unit.ts';
import { createGrpcClient } from './client.ts';
import { protoFields } from './fields.ts';
import { createGrpcServer } from './server.ts';

const CONFIG = { port: 0, grpcPort: 0, host: '127.0.0.1', logLevel: 'silent' } as const;
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const numbers = (...names: string[]) => names.map((name) => protoFields(names).get(name)?.number);
const [id, count] = numbers('id', 'count');
const [idOnly] = numbers('id');
const PROTO = `
syntax = "proto3";
package test.stock.v1;
service StockService {
  rpc Take(TakeRequest) returns (TakeResponse);
  rpc Read(ReadRequest) returns (TakeResponse);
}
message TakeRequest { string id = ${id}; int64 count = ${count}; }
message ReadRequest { string id = ${idOnly}; }
message TakeResponse { string id = ${id}; optional int64 count = ${count}; }
`;

interface Api {
  take(input: { id: string; count: number }): Promise<{ id: string; count: number | null }>;
  read(input: { id: string }): Promise<{ id: string; count: number | null }>;
}

describe('gRPC', () => {
  let folder: string;
  let contract: ServiceContract;
  let unit: Unit;
  let url: string;
  let handler: (input: { id: string; count?: number }) => Promise<{ id: string; count: number | null }>;
  let seen: RequestContext | undefined;
  const calls: unknown[] = [];
  const metrics = createMetrics('caller', { runtime: false });

  const client = (options: { timeoutMs?: number; retries?: number } = {}) =>
    createGrpcClient<Api>(contract, {
      service: 'orders',
      url,
      timeoutMs: 5_000,
      retries: 0,
      metrics,
      ...options,
    });

  /** Starts the service, by default at a port that is free. */
  async function serve(port = 0): Promise<void> {
    unit = new Unit('stock', CONFIG);
    const server = unit.serve(createGrpcServer(unit, { port, host: '127.0.0.1' }));
    const operate = async (input: { id: string; count?: number }) => {
      calls.push(input);
      seen = currentContext();
      return handler(input);
    };
    unit.mount(
      { contract, bind: (api: Api) => api },
      { take: operate, read: operate },
      { endpoints: [server] },
    );
    const start = server.start;
    server.start = async () => {
      url = await start();
      return url;
    };
    await unit.start();
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'archwright-grpc-'));
    writeFileSync(join(folder, 'stock.proto'), PROTO);
    const text = { type: 'string', minLength: 1 } as const;
    const output = {
      type: 'object',
      properties: { id: text, count: { type: ['integer', 'null'] } },
      required: ['id', 'count'],
    } as const;
    contract = {
      service: 'stock',
      grpc: { proto: pathToFileURL(join(folder, 'stock.proto')), service: 'test.stock.v1.StockService' },
      operations: {
        take: {
          name: 'take',
          rpc: 'Take',
          http: { method: 'POST', path: '/takes' },
          input: {
            type: 'object',
            properties: { id: text, count: { type: 'integer' } },
            required: ['id', 'count'],
          },
          output,
        },
        read: {
          name: 'read',
          rpc: 'Read',
          http: { method: 'GET', path: '/items/{id}' },
          input: { type: 'object', properties: { id: text }, required: ['id'] },
          output,
        },
      },
    };
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    calls.length = 0;
    handler = async ({ id: given, count: wanted = 0 }) => ({ id: given, count: wanted });
    await serve();
  });
  afterEach(() => unit.stop());

  it('gives what a function call gives, also where it is nothing or null', async () => {
    await expect(client().take({ id: 'a', count: 0 })).resolves.toEqual({ id: 'a', count: 0 });
    handler = async ({ id: given }) => ({ id: given, count: null });
    await expect(client().read({ id: 'a' })).resolves.toEqual({ id: 'a', count: null });
  });

  it('carries the context on: the request, the trace and how long the caller waits', async () => {
    let left = Number.NaN;
    handler = async ({ id: given }) => {
      left = remainingMs();
      return { id: given, count: 1 };
    };
    const traceparent = `00-${TRACE}-00f067aa0ba902b7-01`;
    await runInContext(createContext({ requestId: 'r-1', traceparent }), () => client().read({ id: 'a' }));
    expect(seen).toMatchObject({ requestId: 'r-1', traceparent, service: 'stock' });
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(5_000);
  });

  it.each([
    [new InvalidError('not so many'), InvalidError],
    [new NotFoundError('no such thing'), NotFoundError],
    [new ConflictError('not enough left'), ConflictError],
  ])('passes a no on with its reason: %s', async (error, kind) => {
    handler = () => Promise.reject(error);
    const call = client({ retries: 2 }).read({ id: 'a' });
    await expect(call).rejects.toBeInstanceOf(kind);
    await expect(call).rejects.toThrow(error.message);
    expect(calls).toHaveLength(1);
  });

  it('says nothing of what went wrong inside', async () => {
    handler = () => Promise.reject(new Error('password is hunter2'));
    await expect(client().take({ id: 'a', count: 1 })).rejects.toThrow(
      'stock answered INTERNAL: Something went wrong on our side.',
    );
  });

  it('refuses what breaks the contract, on both sides', async () => {
    await expect(client().take({ id: 'a', count: 1.5 })).rejects.toThrow(/count must be integer/);
    expect(calls).toEqual([]);
    const plain = new Client(url.replace('grpc://', ''), credentials.createInsecure());
    const answer = new Promise((resolve, reject) => {
      const serialize = () => Buffer.alloc(0);
      plain.makeUnaryRequest('/test.stock.v1.StockService/Take', serialize, resolve, {}, (error) =>
        reject(error),
      );
    });
    await expect(answer).rejects.toMatchObject({ code: 3, details: expect.stringContaining('/id must') });
    plain.close();
    expect(calls).toEqual([]);
  });

  it('gives up at the deadline', async () => {
    handler = () => new Promise(() => {});
    await expect(client({ timeoutMs: 50 }).take({ id: 'a', count: 1 })).rejects.toBeInstanceOf(TimeoutError);
    const late = createContext({ deadline: Date.now() - 1 });
    await expect(runInContext(late, () => client().read({ id: 'b' }))).rejects.toThrow(/no time left/);
    expect(calls).toHaveLength(1);
  });

  it('repeats what was not begun, and what does no harm, and nothing else', async () => {
    let failures = 1;
    handler = async ({ id: given }) => {
      if (failures-- > 0) throw new UnavailableError('half way through');
      return { id: given, count: 1 };
    };
    await expect(client({ retries: 1 }).take({ id: 'a', count: 1 })).rejects.toBeInstanceOf(UnavailableError);
    expect(calls).toHaveLength(1);
    failures = 1;
    await expect(client({ retries: 1 }).read({ id: 'a' })).resolves.toEqual({ id: 'a', count: 1 });
    unit.health.started = false;
    const turnedAway = client({ retries: 10 }).take({ id: 'b', count: 1 });
    await expect
      .poll(async () => (await metrics.callRetries.get()).values.some(({ value }) => value >= 2))
      .toBe(true);
    unit.health.started = true;
    await expect(turnedAway).resolves.toEqual({ id: 'b', count: 1 });
    expect(calls.filter((call) => JSON.stringify(call).includes('"b"'))).toHaveLength(1);
  });

  it('finds the service again after it was away', async () => {
    const stock = client({ retries: 20 });
    await stock.read({ id: 'a' });
    await unit.stop();
    const again = stock.read({ id: 'b' });
    await serve(Number(new URL(url.replace('grpc', 'http')).port));
    await expect(again).resolves.toEqual({ id: 'b', count: 0 });
  });

  it('answers those under way when it stops', async () => {
    let finish: (answer: { id: string; count: number }) => void = () => {};
    handler = () =>
      new Promise((resolve) => {
        finish = resolve;
      });
    const answer = client().read({ id: 'a' });
    await expect.poll(() => calls.length).toBe(1);
    const stopped = unit.stop();
    finish({ id: 'a', count: 1 });
    await expect(answer).resolves.toEqual({ id: 'a', count: 1 });
    await stopped;
  });

  it('tells by the standard health service whether it can serve', async () => {
    const { Check: check } = healthService;
    const health = new Client(url.replace('grpc://', ''), credentials.createInsecure());
    const statusOf = (name: string) =>
      new Promise<unknown>((resolve, reject) => {
        health.makeUnaryRequest(
          check?.path ?? '',
          (value: object) => check?.requestSerialize(value) ?? Buffer.alloc(0),
          (bytes) => check?.responseDeserialize(bytes),
          { service: name },
          (error, answer) => (error ? reject(error) : resolve(answer)),
        );
      });
    await expect.poll(() => statusOf('')).toEqual({ status: 'SERVING' });
    await expect(statusOf('test.stock.v1.StockService')).resolves.toEqual({ status: 'SERVING' });
    await expect(statusOf('unheard.of')).rejects.toMatchObject({ code: 5 });
    health.close();
  });

  it('is measured like every other call', async () => {
    await client().read({ id: 'a' });
    handler = () => Promise.reject(new NotFoundError('no'));
    await client()
      .read({ id: 'a' })
      .catch(() => {});
    const { body } = await unit.server.inject('/metrics');
    for (const code of ['OK', 'NOT_FOUND'])
      expect(body).toContain(
        `grpc_server_request_duration_seconds_count{unit="stock",service="stock",operation="read",code="${code}"} 1`,
      );
    expect(await metrics.registry.metrics()).toContain(
      'calls_total{service="orders",operation="read",target="stock",outcome="refused",unit="caller"}',
    );
  });
});
