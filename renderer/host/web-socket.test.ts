import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { expect, test } from 'vitest';
import { createHost } from '#host';
import type { Contract } from '#host/contract';
import { HostUnreachable } from './failure.ts';
import { ReconnectingLink } from './web-socket.ts';

type Listener = (event: { data?: unknown }) => void;

/** A socket over a MessageChannel whose other end is a real host. */
class SocketDouble {
  readyState: number = WebSocket.CONNECTING;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #port: MessagePort;

  constructor(port: MessagePort) {
    this.#port = port;
    port.onmessage = ({ data }) => this.#tell('message', { data });
  }

  addEventListener(name: string, listener: Listener): void {
    this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(listener));
  }

  removeEventListener(name: string, listener: Listener): void {
    this.#listeners.get(name)?.delete(listener);
  }

  send(data: unknown): void {
    this.#port.postMessage(data);
  }

  opens(): void {
    this.readyState = WebSocket.OPEN;
    this.#tell('open', {});
  }

  breaks(): void {
    this.readyState = WebSocket.CLOSED;
    this.#port.close();
    this.#tell('close', {});
  }

  #tell(name: string, event: { data?: unknown }): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(event);
  }
}

/** A link over doubles, with a clock that the test moves. */
function connect() {
  const router = createHost({ shell: 'test', version: '1.0.0', samplesFolder: '/none' });
  const sockets: SocketDouble[] = [];
  const timers: { work: () => void; milliseconds: number }[] = [];
  const states: string[] = [];
  const link = new ReconnectingLink('ws://test/host', {
    open: () => {
      const { port1, port2 } = new MessageChannel();
      new RPCHandler(router).upgrade(port2, { context: {} });
      port2.start();
      const socket = new SocketDouble(port1);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    setTimeout: (work, milliseconds) => timers.push({ work, milliseconds }) && timers.at(-1),
    clearTimeout: (timer) => {
      timers.splice(timers.indexOf(timer as (typeof timers)[number]), 1);
    },
  });
  link.state.subscribe(() => states.push(link.state.get()));
  const host: ContractRouterClient<Contract> = createORPCClient(link);
  const latest = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket;
  };
  return { host, link, sockets, timers, states, latest };
}

test('a call waits for the connection', async () => {
  const { host, latest, states, timers } = connect();
  const info = host.app.info();
  latest().opens();
  expect(await info).toMatchObject({ shell: 'test' });
  expect(states).toEqual(['open']);
  expect(timers).toEqual([]);
});

test('declared errors come through with code and data', async () => {
  const { host, latest } = connect();
  latest().opens();
  await expect(host.files.read({ path: '/none' })).rejects.toMatchObject({ code: 'OUTSIDE', defined: true });
});

test('a broken connection is made again, with growing pauses, and calls go over the new one', async () => {
  const { host, latest, link, sockets, states, timers } = connect();
  latest().opens();
  latest().breaks();
  expect(link.state.get()).toBe('lost');
  const pauses = [];
  for (let attempt = 0; attempt < 8; attempt++) {
    const { work, milliseconds } = timers.shift() ?? { work: () => undefined, milliseconds: -1 };
    pauses.push(milliseconds);
    work();
    latest().breaks();
  }
  expect(pauses).toEqual([100, 250, 500, 1000, 2000, 4000, 4000, 4000]);
  expect(link.state.get()).toBe('lost');
  timers.shift()?.work();
  latest().opens();
  expect(await host.app.info()).toMatchObject({ shell: 'test' });
  expect(states).toEqual(['open', 'lost', 'open']);
  expect(sockets).toHaveLength(10);
});

test('a call under way when the connection breaks fails as unreachable', async () => {
  const { host, latest } = connect();
  latest().opens();
  const info = host.app.info();
  await Promise.resolve();
  latest().breaks();
  await expect(info).rejects.toBeInstanceOf(HostUnreachable);
});

test('a call that waited too long fails as unreachable', async () => {
  const { host, timers } = connect();
  const info = host.app.info();
  // The call registers its patience once it has been sent off.
  await Promise.resolve();
  const patience = timers.find(({ milliseconds }) => milliseconds === 8_000);
  patience?.work();
  await expect(info).rejects.toBeInstanceOf(HostUnreachable);
});
