import { connect, type Socket } from 'node:net';
import { type DestinationStream, destination } from 'pino';

export interface ShippingOptions {
  /** Where lines go in any case; by default standard output. */
  readonly local?: DestinationStream;
  /** Characters that may wait for the collector; what comes beyond is not shipped. */
  readonly limit?: number;
  /** Milliseconds until the second attempt to connect; the pause doubles with every further one. */
  readonly firstDelayMs?: number;
}

const LIMIT = 4_194_304;
const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;
const CONNECT_TIMEOUT_MS = 5_000;
const KEEP_ALIVE_MS = 30_000;
/** How long the end of the process waits for the last lines to leave. */
const CLOSE_TIMEOUT_MS = 2_000;

/**
 * Sends log lines to a collector over TCP, beside standard output. Logs are worth less than the service: it never waits
 * for the collector, keeps a bounded number of lines while that is away, and goes on without it. Where a connection
 * breaks, what the network had taken already may be lost or arrive twice. How many lines were left out is said once the
 * collector is back.
 */
export class LogShipping implements DestinationStream {
  readonly #host: string;
  readonly #port: number;
  readonly #local: DestinationStream;
  readonly #limit: number;
  readonly #firstDelay: number;
  #socket: Socket | undefined;
  #timer: NodeJS.Timeout | undefined;
  #delay: number;
  #waiting: string[] = [];
  #size = 0;
  /** Lines given to the socket that it has not taken yet. */
  #underway = '';
  #dropped = 0;
  #closed = false;
  #emptied: (() => void) | undefined;

  /** @param url `tcp://HOST:PORT` */
  constructor(
    url: string,
    { local = destination(1), limit = LIMIT, firstDelayMs = FIRST_DELAY_MS }: ShippingOptions = {},
  ) {
    const { hostname, port } = new URL(url);
    this.#host = hostname.replace(/^\[|\]$/g, '');
    this.#port = Number(port);
    this.#local = local;
    this.#limit = limit;
    this.#firstDelay = firstDelayMs;
    this.#delay = firstDelayMs;
    this.#connect();
  }

  write(line: string): void {
    this.#local.write(line);
    if (this.#closed) return;
    if (this.#size + line.length > this.#limit) {
      this.#dropped += 1;
      return;
    }
    this.#waiting.push(line);
    this.#size += line.length;
    this.#flush();
  }

  /** Lets the last lines leave, for two seconds at most, and closes the connection. */
  async close(): Promise<void> {
    if (this.#size > 0 && this.#socket?.readyState === 'open') {
      await new Promise<void>((resolve) => {
        this.#emptied = resolve;
        setTimeout(resolve, CLOSE_TIMEOUT_MS).unref();
      });
    }
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#socket?.destroySoon();
  }

  #connect(): void {
    const socket = connect({ host: this.#host, port: this.#port });
    this.#socket = socket;
    // Neither the connection nor the attempt at one keeps the process alive.
    socket.unref();
    socket.setTimeout(CONNECT_TIMEOUT_MS, () => socket.destroy());
    socket.once('connect', () => {
      socket.setTimeout(0);
      socket.setKeepAlive(true, KEEP_ALIVE_MS);
      this.#delay = this.#firstDelay;
      this.#flush();
    });
    // What a collector answers is of no interest, but unread it would fill buffers.
    socket.resume();
    socket.on('error', () => {
      // `close` follows, and with it the next attempt.
    });
    socket.once('close', () => this.#reconnect());
  }

  #reconnect(): void {
    if (this.#closed) return;
    // Nobody knows how much of it arrived.
    if (this.#underway !== '') this.#waiting.unshift(this.#underway);
    this.#underway = '';
    // Half of the pause is left to chance, so that not everybody comes back at once.
    const pause = this.#delay * (0.5 + Math.random() / 2);
    this.#timer = setTimeout(() => this.#connect(), pause).unref();
    this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY_MS);
  }

  /** One batch at a time: what the socket has not taken stays counted. */
  #flush(): void {
    const socket = this.#socket;
    if (socket?.readyState !== 'open' || this.#underway !== '' || this.#waiting.length === 0) return;
    const batch = this.#waiting.join('') + this.#dropNotice();
    const { length } = batch;
    this.#waiting = [];
    this.#size = length;
    this.#underway = batch;
    socket.write(batch, (error) => {
      if (error || this.#socket !== socket) return;
      this.#underway = '';
      this.#size -= length;
      if (this.#size === 0) this.#emptied?.();
      this.#flush();
    });
  }

  #dropNotice(): string {
    if (this.#dropped === 0) return '';
    const line = { level: 'warn', time: new Date().toISOString(), lines: this.#dropped };
    this.#dropped = 0;
    return `${JSON.stringify({ ...line, msg: 'log lines were not shipped' })}\n`;
  }
}
