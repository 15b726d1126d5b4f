import { setTimeout as pause } from 'node:timers/promises';
import { type JetStreamClient, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type MsgHdrs, type NatsConnection, headers as noHeaders } from '@nats-io/transport-node';
import { type QueueResource, type Subscription, UnavailableError } from '#runtime';
import { type RetryPolicy, receive } from './reader.ts';
import { type Binding, declareTopology, durableName, subjectOf } from './topology.ts';
import { Workers } from './workers.ts';

const CONNECT_TIMEOUT_MS = 3_000;
const ANSWER_TIMEOUT_MS = 5_000;
const PING_MS = 10_000;
const RECONNECT = { reconnectTimeWait: 500, reconnectJitter: 500, maxReconnectAttempts: -1 };
const DEFAULT_RETRY: RetryPolicy = { attempts: 5, delayMs: 5_000 };
const DEFAULT_ACK_WAIT_MS = 15_000;
const PAUSE_MS = 1_000;

export interface QueueOptions {
  /** Name of the stream. */
  readonly name: string;
  /** `nats://USER:PASSWORD@HOST:PORT` */
  readonly url: string;
  /** Every reader of the stream, whether it runs in this process or not. */
  readonly subscriptions: readonly Binding[];
  readonly retry?: RetryPolicy;
  /** Time after which the messages of a reader that has crashed go to another, in milliseconds. */
  readonly ackWaitMs?: number;
  /** Told when the connection breaks, or a message could not be settled. */
  readonly onError: (error: Error) => void;
}

/** Makes the way to a NATS server with JetStream. Once open it is kept open: after a break everything is declared anew. */
export function connectQueue(options: QueueOptions): QueueResource {
  return new NatsQueue(options);
}

class NatsQueue implements QueueResource {
  readonly name: string;
  readonly system = 'nats';
  readonly #options: QueueOptions;
  readonly #subscriptions: Subscription[] = [];
  readonly #workers: Workers;
  #connection: NatsConnection | undefined;
  /** There while the connection stands and everything is declared. */
  #client: JetStreamClient | undefined;

  constructor(options: QueueOptions) {
    this.name = options.name;
    this.#options = options;
    this.#workers = new Workers(options.onError);
  }

  subscribe(subscription: Subscription): void {
    this.#subscriptions.push(subscription);
  }

  async start(): Promise<void> {
    if (this.#connection !== undefined) return;
    const { host, username, password } = new URL(this.#options.url);
    const connection = await connect({
      servers: host,
      ...(username === '' ? {} : { user: decodeURIComponent(username), pass: decodeURIComponent(password) }),
      name: this.name,
      timeout: CONNECT_TIMEOUT_MS,
      pingInterval: PING_MS,
      ...RECONNECT,
      // What the server believes to be its addresses may mean nothing here.
      ignoreClusterUpdates: true,
    });
    try {
      await this.#declare(connection);
      await this.#read(connection);
    } catch (error) {
      await connection.close();
      throw error;
    }
    this.#connection = connection;
    void this.#watch(connection);
  }

  async stop(): Promise<void> {
    await this.#workers.stop();
    this.#client = undefined;
    if (this.#connection?.isClosed() === false) await this.#connection.drain();
  }

  async check(): Promise<void> {
    await (await this.#opened().jetstreamManager()).streams.info(this.name);
  }

  async publish({ id, topic, payload, headers }: Parameters<QueueResource['publish']>[0]): Promise<void> {
    const client = this.#opened();
    try {
      await client.publish(subjectOf(this.name, topic), JSON.stringify(payload), {
        msgID: id,
        headers: headersOf(headers),
        timeout: ANSWER_TIMEOUT_MS,
      });
    } catch (error) {
      throw new UnavailableError('The broker has not confirmed the message.', { cause: error });
    }
  }

  /** The library would keep what is sent until the connection is back: nobody could say then whether it was published. */
  #opened(): JetStreamClient {
    if (this.#client === undefined) throw new UnavailableError(`There is no connection to ${this.name}.`);
    return this.#client;
  }

  async #declare(connection: NatsConnection): Promise<void> {
    const { name, subscriptions, ackWaitMs = DEFAULT_ACK_WAIT_MS } = this.#options;
    const manager = await jetstreamManager(connection, { timeout: ANSWER_TIMEOUT_MS });
    await declareTopology(manager, name, subscriptions, ackWaitMs);
    this.#client = jetstream(connection, { timeout: ANSWER_TIMEOUT_MS });
  }

  async #read(connection: NatsConnection): Promise<void> {
    const client = jetstream(connection, { timeout: ANSWER_TIMEOUT_MS });
    const { retry: policy = DEFAULT_RETRY, ackWaitMs = DEFAULT_ACK_WAIT_MS } = this.#options;
    const context = { stream: this.name, client, policy, ackWaitMs };
    for (const subscription of this.#subscriptions) {
      const consumer = await client.consumers.get(this.name, durableName(subscription.subscription));
      this.#workers.run(consumer, (delivery) => receive(context, subscription, delivery));
    }
  }

  async #watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') {
        this.#client = undefined;
        this.#options.onError(new Error(`The connection to ${status.server} is broken.`));
      } else if (status.type === 'reconnect') {
        void this.#restore(connection);
      } else if (status.type === 'error') {
        this.#options.onError(status.error);
      }
    }
  }

  /** The server may have come back with an empty volume. */
  async #restore(connection: NatsConnection): Promise<void> {
    while (!connection.isClosed() && this.#client === undefined) {
      try {
        return await this.#declare(connection);
      } catch (error) {
        this.#options.onError(error instanceof Error ? error : new Error(String(error)));
        await pause(PAUSE_MS);
      }
    }
  }
}

function headersOf(values: Readonly<Record<string, string>>): MsgHdrs {
  const headers = noHeaders();
  for (const [key, value] of Object.entries(values)) headers.set(key, value);
  return headers;
}
