import { Admin, type BaseOptions, ProduceAcks, Producer, stringSerializers } from '@platformatic/kafka';
import { type QueueResource, type Subscription, UnavailableError } from '#runtime';
import { Group } from './group.ts';
import { ID_HEADER, type RetryPolicy, receive, type TextProducer } from './reader.ts';
import { type Binding, createTopics, type TopicSettings, topicName } from './topics.ts';

const CONNECT_TIMEOUT_MS = 3_000;
const ANSWER_TIMEOUT_MS = 10_000;
const RETRIES = 3;
const RETRY_DELAY_MS = 500;
const DEFAULT_RETRY: RetryPolicy = { attempts: 5, delayMs: 1_000 };
const DEFAULT_SESSION_MS = 30_000;
/** A producer that the broker has given no id yet. */
const NO_ID = { producerId: -1n, producerEpoch: -1 };

export interface QueueOptions {
  /** Name of the stream: what the names of its topics begin with. */
  readonly name: string;
  /** `kafka://USER:PASSWORD@HOST:PORT`: one broker, which tells of the others. */
  readonly url: string;
  /** Every reader of the stream, whether it runs in this process or not. */
  readonly subscriptions: readonly Binding[];
  readonly settings?: Readonly<Record<string, TopicSettings>> | undefined;
  readonly retry?: RetryPolicy;
  /** Time after which the messages of a reader that has crashed go to another, in milliseconds. */
  readonly sessionMs?: number;
  /** Told when the connection breaks, or a message could not be settled. */
  readonly onError: (error: Error) => void;
}

/** Makes the way to a Kafka cluster. The library connects when something is asked of it, and again after a break. */
export function connectQueue(options: QueueOptions): QueueResource {
  return new KafkaQueue(options);
}

class KafkaQueue implements QueueResource {
  readonly name: string;
  readonly system = 'kafka';
  readonly #options: QueueOptions;
  readonly #client: BaseOptions;
  readonly #subscriptions: Subscription[] = [];
  readonly #groups: Group[] = [];
  #producer: TextProducer | undefined;

  constructor(options: QueueOptions) {
    this.name = options.name;
    this.#options = options;
    this.#client = clientOf(options);
  }

  subscribe(subscription: Subscription): void {
    this.#subscriptions.push(subscription);
  }

  async start(): Promise<void> {
    const { settings = {}, subscriptions } = this.#options;
    const admin = new Admin(this.#client);
    try {
      await createTopics(admin, this.name, settings, subscriptions);
    } finally {
      await admin.close();
    }
    this.#producer ??= new Producer({
      ...this.#client,
      ...NO_ID,
      // What is sent again after a break is written once, and only after every replica in sync has it.
      idempotent: true,
      acks: ProduceAcks.ALL,
      serializers: stringSerializers,
    });
    for (const subscription of this.#subscriptions.slice(this.#groups.length))
      await this.#read(subscription, this.#producer);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#groups.map((group) => group.stop()));
    await this.#producer?.close();
  }

  async check(): Promise<void> {
    const topics = this.#options.subscriptions.map(({ topic }) => topicName(this.name, topic));
    try {
      await this.#opened().metadata({ topics, forceUpdate: true, autocreateTopics: false, retries: 0 });
    } catch (error) {
      throw new UnavailableError(`${this.name} does not answer.`, { cause: error });
    }
  }

  async publish({ id, topic, payload, headers }: Parameters<QueueResource['publish']>[0]): Promise<void> {
    const key = keyOf(payload, this.#options.settings?.[topic]?.key);
    const message = {
      topic: topicName(this.name, topic),
      ...(key === undefined ? {} : { key }),
      value: JSON.stringify(payload),
      headers: { ...headers, [ID_HEADER]: id },
    };
    try {
      await this.#opened().send({ messages: [message] });
    } catch (error) {
      throw new UnavailableError('The broker has not confirmed the message.', { cause: error });
    }
  }

  #opened(): TextProducer {
    if (this.#producer === undefined) throw new UnavailableError(`There is no connection to ${this.name}.`);
    return this.#producer;
  }

  async #read(subscription: Subscription, producer: TextProducer): Promise<void> {
    const { retry: policy = DEFAULT_RETRY, sessionMs = DEFAULT_SESSION_MS, onError } = this.#options;
    const group = new Group({
      client: this.#client,
      group: subscription.subscription,
      topic: topicName(this.name, subscription.topic),
      sessionMs,
      handle: (delivery, signal) =>
        receive({ stream: this.name, producer, policy, signal }, subscription, delivery),
      onError,
    });
    await group.start();
    this.#groups.push(group);
  }
}

function clientOf({ name, url }: QueueOptions): BaseOptions {
  const { host, username, password } = new URL(url);
  const account = { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  return {
    clientId: name,
    bootstrapBrokers: [host],
    connectTimeout: CONNECT_TIMEOUT_MS,
    timeout: ANSWER_TIMEOUT_MS,
    retries: RETRIES,
    retryDelay: RETRY_DELAY_MS,
    ...(username === '' ? {} : { sasl: { mechanism: 'PLAIN', ...account } }),
  };
}

/** The value that messages are kept in order by; without one they are spread over the partitions. */
function keyOf(payload: unknown, field: string | undefined): string | undefined {
  if (field === undefined || typeof payload !== 'object' || payload === null) return undefined;
  const value: unknown = (payload as Readonly<Record<string, unknown>>)[field];
  return value === undefined || value === null ? undefined : String(value);
}
