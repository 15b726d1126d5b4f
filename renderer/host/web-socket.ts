import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { type ConnectionState, State } from './connection.ts';
import { HostUnreachable } from './failure.ts';

/** Milliseconds before the first, second ... attempt to connect again; the last holds for all further ones. */
const PAUSES = [100, 250, 500, 1_000, 2_000, 4_000];
/** Milliseconds that a call waits for a connection before it fails. */
const PATIENCE = 8_000;

/** What of the browser the link needs; handed in by tests. */
export interface SocketEnvironment {
  open(url: string): WebSocket;
  setTimeout(work: () => void, milliseconds: number): unknown;
  clearTimeout(timer: unknown): void;
}

const browser: SocketEnvironment = {
  open: (url) => new WebSocket(url),
  setTimeout: (work, milliseconds) => setTimeout(work, milliseconds),
  clearTimeout: (timer) => clearTimeout(timer as number),
};

/**
 * Carries calls over a WebSocket and makes a new one when it breaks. Calls made meanwhile wait for it; calls that were
 * under way fail with `HostUnreachable`, because nobody knows whether they were carried out.
 */
export class ReconnectingLink implements ClientLink<ClientContext> {
  readonly state = new State<ConnectionState>('connecting');
  readonly #url: string;
  readonly #environment: SocketEnvironment;
  #link: RPCLink<ClientContext> | undefined;
  #attempt = 0;

  constructor(url: string, environment: SocketEnvironment = browser) {
    this.#url = url;
    this.#environment = environment;
    this.#connect();
  }

  async call(
    path: readonly string[],
    input: unknown,
    options: ClientOptions<ClientContext>,
  ): Promise<unknown> {
    const link = this.#link ?? (await this.#connected());
    try {
      return await link.call(path, input, options);
    } catch (error) {
      if (this.#link !== link && !options.signal?.aborted) throw new HostUnreachable({ cause: error });
      throw error;
    }
  }

  #connect(): void {
    const socket = this.#environment.open(this.#url);
    socket.addEventListener('open', () => {
      this.#attempt = 0;
      // Only now: a link around a socket that never opens rejects a promise that nobody holds.
      this.#link = new RPCLink<ClientContext>({ websocket: socket });
      this.state.set('open');
    });
    // A socket that cannot be opened reports an error and is then closed; one that breaks is only closed.
    socket.addEventListener('close', () => this.#lost());
  }

  #lost(): void {
    if (this.#link) this.state.set('lost');
    this.#link = undefined;
    const pause = PAUSES[Math.min(this.#attempt, PAUSES.length - 1)] ?? 0;
    this.#attempt += 1;
    this.#environment.setTimeout(() => this.#connect(), pause);
  }

  #connected(): Promise<RPCLink<ClientContext>> {
    return new Promise((done, failed) => {
      const timer = this.#environment.setTimeout(() => {
        stop();
        failed(new HostUnreachable());
      }, PATIENCE);
      const stop = this.state.subscribe(() => {
        if (!this.#link) return;
        stop();
        this.#environment.clearTimeout(timer);
        done(this.#link);
      });
    });
  }
}
