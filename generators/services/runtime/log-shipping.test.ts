import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from './log.ts';
import { LogShipping } from './log-shipping.ts';

const local: string[] = [];
const toLocal = { write: (line: string) => void local.push(line) };
const open: (() => Promise<void>)[] = [];

afterEach(async () => {
  local.length = 0;
  for (const close of open.splice(0).toReversed()) await close();
});

/** A collector that remembers lines and lets tests wait for as many as they expect. */
class Collector {
  readonly lines: string[] = [];
  readonly connected: Promise<unknown>;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #rest = '';
  #awaited: { count: number; resolve: () => void } | undefined;

  private constructor() {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => this.#take(String(chunk)));
    });
    this.connected = once(this.#server, 'connection');
  }

  static async listening(port = 0): Promise<Collector> {
    const collector = new Collector();
    collector.#server.listen(port, '127.0.0.1');
    await once(collector.#server, 'listening');
    open.push(() => collector.stop());
    return collector;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async until(count: number): Promise<string[]> {
    if (this.lines.length < count)
      await new Promise<void>((resolve) => {
        this.#awaited = { count, resolve };
      });
    return this.lines;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.resetAndDestroy();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  #take(chunk: string): void {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop() ?? '';
    this.lines.push(...lines);
    if (this.#awaited && this.lines.length >= this.#awaited.count) this.#awaited.resolve();
  }
}

function shipping(port: number, options: { limit?: number } = {}): LogShipping {
  const made = new LogShipping(`tcp://127.0.0.1:${port}`, { local: toLocal, firstDelayMs: 1, ...options });
  open.push(() => made.close());
  return made;
}

describe('shipping logs', () => {
  it('sends every line to the collector, and to standard output all the same', async () => {
    const collector = await Collector.listening();
    const log = createLog('orders', 'info', shipping(collector.port));
    log.info('one');
    log.error({ code: 7 }, 'two');
    const lines = (await collector.until(2)).map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { unit: 'orders', level: 'info', msg: 'one' },
      { level: 'error', code: 7, msg: 'two' },
    ]);
    expect(local.map((line) => line.trim())).toEqual(collector.lines);
  });

  it('keeps lines while the collector is away, and sends them in order once it is there', async () => {
    const gone = await Collector.listening();
    const { port } = gone;
    await gone.stop();
    const made = shipping(port);
    for (const line of ['a', 'b', 'c']) made.write(`${line}\n`);
    expect(await (await Collector.listening(port)).until(3)).toEqual(['a', 'b', 'c']);
  });

  it('goes on after a connection broke', async () => {
    const first = await Collector.listening();
    const { port } = first;
    const made = shipping(port);
    made.write('before\n');
    await first.until(1);
    await first.stop();
    const second = await Collector.listening(port);
    await second.connected;
    made.write('after\n');
    expect((await second.until(1)).at(-1)).toBe('after');
  });

  it('keeps no more than it may, and says how much it left out', async () => {
    const gone = await Collector.listening();
    const { port } = gone;
    await gone.stop();
    const made = shipping(port, { limit: 10 });
    for (const line of ['aaaa', 'bbbb', 'cccc', 'dddd']) made.write(`${line}\n`);
    expect(local).toHaveLength(4);
    const lines = await (await Collector.listening(port)).until(3);
    expect(lines.slice(0, 2)).toEqual(['aaaa', 'bbbb']);
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ level: 'warn', lines: 2 });
  });

  it('lets the last lines leave before it closes', async () => {
    const collector = await Collector.listening();
    const made = shipping(collector.port);
    made.write('first\n');
    await collector.until(1);
    made.write('last\n');
    await made.close();
    expect(await collector.until(2)).toEqual(['first', 'last']);
    made.write('too late\n');
    expect(local.at(-1)).toBe('too late\n');
  });

  it('closes at once where the collector never came', async () => {
    const gone = await Collector.listening();
    const { port } = gone;
    await gone.stop();
    const made = shipping(port);
    made.write('lost\n');
    await made.close();
    expect(local).toEqual(['lost\n']);
  });
});
