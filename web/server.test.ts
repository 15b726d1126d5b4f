import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type Contract, createHost } from '#host';
import { builtPage } from './page-built.ts';
import { startWebServer, type WebServer } from './server.ts';
import { get, openSocket } from './testing/client.ts';

let folder = '';
let server: WebServer;
const token = 'a-token-of-the-test';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archwright-web-'));
  await mkdir(join(folder, 'page/assets'), { recursive: true });
  await writeFile(join(folder, 'page/index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(folder, 'page/assets/main-abc.js'), 'original');
  await writeFile(
    join(folder, 'page/assets/main-abc.js.br'),
    (await import('node:zlib')).brotliCompressSync('compressed'),
  );
  await writeFile(join(folder, 'secret.txt'), 'secret');
  server = await startWebServer({
    router: router(),
    port: 0,
    token,
    page: () => builtPage(join(folder, 'page')),
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const router = () =>
  createHost({
    shell: 'web',
    version: '1.0.0',
    samplesFolder: folder,
    dataFolder: join(folder, 'data'),
    home: folder,
  });
const cookie = () => `archwright-${server.port}=${token}`;
const origin = () => `http://127.0.0.1:${server.port}`;
const page = (path: string, headers: Record<string, string> = {}) =>
  get(server.port, path, { cookie: cookie(), ...headers });

describe('the token', () => {
  test('comes in the address once and is kept in a cookie that nobody else gets', async () => {
    const path = new URL(server.url);
    const answer = await get(server.port, path.pathname + path.search);
    expect(answer.status).toBe(200);
    expect(answer.headers['set-cookie']).toEqual([`${cookie()}; Path=/; HttpOnly; SameSite=Strict`]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body.toString()).toContain('http-equiv="refresh" content="0;url=/"');
    expect((await page('/')).body.toString()).toContain('<title>page</title>');
  });

  test.each([
    '/',
    '/?token=wrong',
    '/?token=',
    '/assets/main-abc.js',
    '/index.html?token=a-token-of-the-test',
  ])('without it, %s is refused', async (path) => {
    const answer = await get(server.port, path);
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body.toString()).toContain('needs its key');
  });

  test('of another server, or nearly right, is refused', async () => {
    expect((await get(server.port, '/', { cookie: `archwright-1=${token}` })).status).toBe(403);
    expect((await get(server.port, '/', { cookie: `${cookie()}x` })).status).toBe(403);
  });

  test('is another at each start', async () => {
    const start = () => startWebServer({ router: router(), port: 0, page: () => builtPage(folder) });
    const [one, two] = await Promise.all([start(), start()]);
    expect(new URL(one.url).search).not.toBe(new URL(two.url).search);
    expect(new URL(one.url).search.length).toBeGreaterThan(40);
    await Promise.all([one.close(), two.close()]);
  });
});

describe('other pages and names', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '[::1]'])(
    'host %j is refused, with the token too',
    async (host) => {
      expect((await page('/', { host })).status).toBe(403);
      expect((await get(server.port, `/?token=${token}`, { host })).headers['set-cookie']).toBeUndefined();
    },
  );

  test('another origin is refused, with the token too', async () => {
    expect((await page('/', { origin: 'http://evil.example' })).status).toBe(403);
    expect((await page('/', { origin: 'null' })).status).toBe(403);
    expect((await page('/', { origin: origin() })).status).toBe(200);
  });

  test('only reading is answered', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await get(server.port, '/', { cookie: cookie() }, method)).status).toBe(405);
  });

  test('every answer carries the policy', async () => {
    for (const answer of [await page('/'), await get(server.port, '/'), await page('/none')]) {
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
      expect(answer.headers['content-security-policy']).not.toContain('unsafe-eval');
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
    }
  });
});

describe('files', () => {
  test('are compressed where the browser takes it, and kept for good where their name holds a hash', async () => {
    const plain = await page('/assets/main-abc.js');
    expect(plain.body.toString()).toBe('original');
    expect(plain.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
    });
    const compressed = await page('/assets/main-abc.js', { 'accept-encoding': 'gzip, br;q=1.0' });
    expect(compressed.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(compressed.body).toString()).toBe('compressed');
    expect((await page('/')).headers['cache-control']).toBe('no-cache');
  });

  test('are not sent again where the browser has them', async () => {
    const first = await page('/');
    const again = await page('/', { 'if-none-match': String(first.headers.etag) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await get(server.port, '/', { cookie: cookie() }, 'HEAD')).body.length).toBe(0);
  });

  test.each([
    '/none.js',
    '/assets',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%00',
    '/%zz',
    '/.git/config',
    '//secret.txt',
    '/assets/..%5c..%5csecret.txt',
  ])('there is nothing at %s', async (path) => {
    const answer = await page(path);
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).not.toContain('secret');
  });
});

describe('the socket', () => {
  const connect = (headers: Record<string, string>, path = '/host') => openSocket(server.port, path, headers);

  test('carries the contract', async () => {
    const websocket = new WebSocket(`ws://127.0.0.1:${server.port}/host`, {
      headers: { cookie: cookie(), origin: origin() },
    });
    const link = new RPCLink({ websocket: websocket as unknown as globalThis.WebSocket });
    const host: ContractRouterClient<Contract> = createORPCClient(link);
    expect(await host.app.info()).toMatchObject({ shell: 'web' });
    await expect(host.files.read({ path: '/none' })).rejects.toMatchObject({
      code: 'OUTSIDE',
      defined: true,
    });
    websocket.close();
  });

  test('is refused to strangers', async () => {
    expect(await connect({ origin: origin() })).toBe(403);
    expect(await connect({ cookie: cookie() })).toBe(403);
    expect(await connect({ cookie: cookie(), origin: 'http://evil.example' })).toBe(403);
    expect(await connect({ cookie: cookie(), origin: 'http://evil.example', host: 'evil.example' })).toBe(
      403,
    );
    expect(await connect({ cookie: cookie(), origin: origin() }, '/other')).toBe(404);
  });

  test('survives nonsense, and whoever sends too much is put out', async () => {
    const socket = await connect({ cookie: cookie(), origin: origin() });
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
    // The library tells the log about each of them.
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    for (const nonsense of ['', 'nonsense', '{"i":1}', '[]', 'null', Buffer.from([0, 255])])
      socket.send(nonsense);
    const closed = new Promise<number>((done) => socket.on('close', done));
    socket.send(Buffer.alloc(45 * 1024 * 1024));
    expect(await closed).toBe(1009);
    expect((await page('/')).status).toBe(200);
    log.mockRestore();
  });
});

describe('ports', () => {
  test('a port that is taken is left, and the next free one used', async () => {
    const other = createServer();
    const taken = await new Promise<number>((done) =>
      other.listen(0, '127.0.0.1', () => done((other.address() as { port: number }).port)),
    );
    const second = await startWebServer({ router: router(), port: taken, page: () => builtPage(folder) });
    expect(second.port).toBeGreaterThan(taken);
    await second.close();
    other.close();
  });

  test('after closing the port is free and connections are gone', async () => {
    const short = await startWebServer({ router: router(), port: 0, token, page: () => builtPage(folder) });
    const address = `http://127.0.0.1:${short.port}`;
    const socket = await openSocket(short.port, '/host', {
      cookie: `archwright-${short.port}=${token}`,
      origin: address,
    });
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
    const closed = new Promise<number>((done) => socket.on('close', done));
    await short.close();
    expect(await closed).toBe(1001);
    await expect(get(short.port, '/')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
