import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createContext, runInContext } from '../context.ts';
import type { ServiceContract } from '../contract.ts';
import { ConflictError, TimeoutError, UnavailableError, UpstreamError } from '../errors.ts';
import { createMetrics } from '../metrics.ts';
import { createClient } from './client.ts';

const item = {
  type: 'object',
  properties: { id: { type: 'string' }, count: { type: 'integer' } },
  required: ['id', 'count'],
};
const contract: ServiceContract = {
  service: 'stock',
  operations: {
    read: {
      name: 'read',
      http: { method: 'GET', path: '/items/{id}' },
      input: { type: 'object' },
      output: item,
    },
    take: {
      name: 'take',
      http: { method: 'POST', path: '/items/{id}/takes' },
      input: { type: 'object' },
      output: item,
    },
    drop: { name: 'drop', http: { method: 'DELETE', path: '/items/{id}' }, input: { type: 'object' } },
    listen: {
      name: 'listen',
      consumes: { queue: 'q', topic: 't', subscription: 's' },
      input: { type: 'object' },
    },
  },
};
interface Api {
  read(input: { id: string; detail?: string }): Promise<{ id: string; count: number }>;
  take(input: { id: string; count: number }): Promise<{ id: string; count: number }>;
  drop(input: { id: string }): Promise<void>;
  listen(input: object): Promise<void>;
}

describe('a client', () => {
  let server: Server;
  let requests: { line: string; headers: IncomingMessage['headers']; body: string }[];
  let answer: (response: ServerResponse, attempt: number) => void;
  let url: string;
  const metrics = createMetrics('test', { runtime: false });
  const client = (options: { retries?: number; timeoutMs?: number } = {}) =>
    createClient<Api>(contract, {
      service: 'orders',
      url,
      timeoutMs: 2_000,
      retries: 0,
      metrics,
      ...options,
    });
  const json = (response: ServerResponse, status: number, body?: object) => {
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(body === undefined ? '' : JSON.stringify(body));
  };

  beforeEach(async () => {
    requests = [];
    server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      requests.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
      answer(response, requests.length);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('puts fields where the contract wants them, and carries the context on', async () => {
    answer = (response) => json(response, 200, { id: 'a/b', count: 1 });
    await runInContext(createContext({ requestId: 'r-1' }), async () => {
      await client().read({ id: 'a/b', detail: 'x&y' });
      await client().take({ id: '../up', count: 2 });
    });
    expect(requests.map(({ line, body }) => [line, body])).toEqual([
      ['GET /items/a%2Fb?detail=x%26y', ''],
      ['POST /items/..%2Fup/takes', '{"count":2}'],
    ]);
    expect(requests[0]?.headers['x-request-id']).toBe('r-1');
    expect(requests[0]?.headers.traceparent).toMatch(/^00-/);
  });

  it('tries an idempotent call again, and gives the answer that came at last', async () => {
    answer = (response, attempt) =>
      attempt < 3 ? json(response, 500) : json(response, 200, { id: 'a', count: 1 });
    await expect(client({ retries: 2 }).read({ id: 'a' })).resolves.toEqual({ id: 'a', count: 1 });
    expect(requests).toHaveLength(3);
  });

  it('does not repeat what may have been done', async () => {
    answer = (response) => json(response, 500);
    await expect(client({ retries: 2 }).take({ id: 'a', count: 1 })).rejects.toBeInstanceOf(UpstreamError);
    expect(requests).toHaveLength(1);
  });

  it('repeats what surely was not done', async () => {
    answer = (response, attempt) =>
      attempt === 1
        ? response.writeHead(503, { 'retry-after': '1' }).end()
        : json(response, 200, { id: 'a', count: 1 });
    await client({ retries: 1 }).take({ id: 'a', count: 1 });
    expect(requests).toHaveLength(2);
  });

  it('passes a no on, with its reason', async () => {
    answer = (response) => json(response, 409, { detail: 'not enough left' });
    await expect(client({ retries: 2 }).read({ id: 'a' })).rejects.toThrow(
      new ConflictError('not enough left'),
    );
    expect(requests).toHaveLength(1);
  });

  it('gives up after the timeout', async () => {
    answer = () => {};
    await expect(client({ timeoutMs: 50 }).read({ id: 'a' })).rejects.toBeInstanceOf(TimeoutError);
  });

  it('refuses an answer that breaks the contract', async () => {
    answer = (response) => json(response, 200, { id: 'a' });
    await expect(client().read({ id: 'a' })).rejects.toThrow(/breaks its contract.*count/);
    answer = (response) => response.writeHead(200).end('<html>');
    await expect(client().read({ id: 'a' })).rejects.toBeInstanceOf(UpstreamError);
  });

  it('takes no answer where none is agreed', async () => {
    answer = (response) => response.writeHead(204).end();
    await expect(client().drop({ id: 'a' })).resolves.toBeUndefined();
    await expect(client().listen({})).rejects.toThrow(/handles messages/);
  });

  it('stops asking a service that keeps failing', async () => {
    answer = (response) => json(response, 500);
    const stock = client();
    for (let call = 0; call < 10; call += 1)
      await expect(stock.take({ id: 'a', count: 1 })).rejects.toBeInstanceOf(UpstreamError);
    await expect(stock.read({ id: 'a' })).rejects.toThrow(/failed too often/);
    await expect(stock.read({ id: 'a' })).rejects.toBeInstanceOf(UnavailableError);
    expect(requests).toHaveLength(10);
  });

  it('counts calls by their outcome', async () => {
    metrics.calls.reset();
    answer = (response, attempt) =>
      json(response, [200, 404, 500][attempt - 1] ?? 200, { id: 'a', count: 1 });
    for (let call = 0; call < 3; call += 1)
      await client()
        .read({ id: 'a' })
        .catch(() => undefined);
    const { values } = await metrics.calls.get();
    expect(values.map(({ labels, value }) => [labels.outcome, value])).toEqual([
      ['ok', 1],
      ['refused', 1],
      ['failed', 1],
    ]);
  });
});
