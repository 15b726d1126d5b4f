import { type ChannelModel, type ConfirmChannel, connect, type RecoveringChannelModel } from 'amqplib';
import { type QueueResource, type Subscription, UnavailableError } from '#runtime';
import { publishConfirmed } from './publish.ts';
import { type RetryPolicy, receive } from './reader.ts';
import { type Binding, declareTopology } from './topology.ts';

const HEARTBEAT_S = 10;
const CONNECT_TIMEOUT_MS = 3_000;
/** Messages that one reader works on at a time. */
const PREFETCH = 10;
const DEFAULT_RETRY: RetryPolicy = { attempts: 5, delayMs: 5_000 };

export interface QueueOptions {
  /** Name of the exchange. */
  readonly name: string;
  /** `amqp://USER:PASSWORD@HOST:PORT` */
  readonly url: string;
  /** Every reader of the exchange, whether it runs in this process or not. */
  readonly subscriptions: readonly Binding[];
  readonly retry?: RetryPolicy;
  /** Told when the connection breaks, or a message could not be settled. */
  readonly onError: (error: Error) => void;
}

/** Makes the way to a RabbitMQ broker. Once open it is kept open: after a break everything is declared anew. */
export function connectQueue(options: QueueOptions): QueueResource {
  return new RabbitQueue(options);
}

class RabbitQueue implements QueueResource {
  readonly name: string;
  readonly system = 'rabbitmq';
  readonly #options: QueueOptions;
  readonly #subscriptions: Subscription[] = [];
  readonly #working = new Set<Promise<void>>();
  readonly #consumers: { channel: ConfirmChannel; tag: string }[] = [];
  #connection: RecoveringChannelModel | undefined;
  #publishing: ConfirmChannel | undefined;
  #stopping = false;

  constructor(options: QueueOptions) {
    this.name = options.name;
    this.#options = options;
  }

  subscribe(subscription: Subscription): void {
    this.#subscriptions.push(subscription);
  }

  async start(): Promise<void> {
    if (this.#connection !== undefined) return;
    const url = new URL(this.#options.url);
    url.searchParams.set('heartbeat', String(HEARTBEAT_S));
    const connection = await connect(url.href, {
      timeout: CONNECT_TIMEOUT_MS,
      clientProperties: { connection_name: this.name },
      // The first connection is tried again by the unit, which says so in the log.
      recovery: { initialMaxRetries: 0, maxDelay: 5_000, setup: (model: ChannelModel) => this.#setUp(model) },
    });
    connection.on('error', this.#options.onError);
    connection.on('connect-failed', this.#options.onError);
    connection.on('disconnect', (error: Error) => {
      this.#publishing = undefined;
      this.#options.onError(error);
    });
    this.#connection = connection;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    for (const { channel, tag } of this.#consumers) await channel.cancel(tag).catch(this.#options.onError);
    await Promise.allSettled(this.#working);
    await this.#connection?.close();
  }

  async check(): Promise<void> {
    await this.#channel().checkExchange(this.name);
  }

  async publish({ id, topic, payload, headers }: Parameters<QueueResource['publish']>[0]): Promise<void> {
    const content = Buffer.from(JSON.stringify(payload));
    await publishConfirmed(this.#channel(), this.name, topic, content, {
      messageId: id,
      type: topic,
      headers,
    });
  }

  #channel(): ConfirmChannel {
    if (this.#publishing === undefined) throw new UnavailableError(`There is no connection to ${this.name}.`);
    return this.#publishing;
  }

  async #setUp(model: ChannelModel): Promise<void> {
    const publishing = await this.#open(model);
    await declareTopology(publishing, this.name, this.#options.subscriptions);
    this.#consumers.length = 0;
    for (const subscription of this.#subscriptions) await this.#read(model, subscription);
    this.#publishing = publishing;
  }

  async #read(model: ChannelModel, subscription: Subscription): Promise<void> {
    const channel = await this.#open(model);
    await channel.prefetch(PREFETCH);
    const { consumerTag } = await channel.consume(subscription.subscription, (delivery) => {
      // The broker says so when the queue was deleted: only a new connection declares it again.
      if (delivery === null) return void model.close().catch(this.#options.onError);
      if (this.#stopping) return;
      const work = receive(channel, subscription, delivery, this.#options.retry ?? DEFAULT_RETRY)
        .catch(this.#options.onError)
        .finally(() => this.#working.delete(work));
      this.#working.add(work);
    });
    this.#consumers.push({ channel, tag: consumerTag });
  }

  /** A channel that the broker has closed is of no more use: the whole connection is made anew. */
  async #open(model: ChannelModel): Promise<ConfirmChannel> {
    const channel = await model.createConfirmChannel();
    channel.on('error', (error: Error) => {
      this.#options.onError(error);
      void model.close().catch(this.#options.onError);
    });
    return channel;
  }
}
