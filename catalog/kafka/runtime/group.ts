import { setTimeout as pause } from 'node:timers/promises';
import {
  type BaseOptions,
  Consumer,
  MessagesStreamFallbackModes,
  MessagesStreamModes,
  stringDeserializers,
} from '@platformatic/kafka';
import type { TextDelivery } from './reader.ts';

/** Messages of one reader that are being worked on or wait for their turn; behind that nothing is fetched. */
const AHEAD = 100;
const PAUSE_MS = 1_000;
const FETCH_WAIT_MS = 1_000;
const REBALANCE_MS = 60_000;

export interface GroupOptions {
  readonly client: BaseOptions;
  /** Name of the consumer group. */
  readonly group: string;
  readonly topic: string;
  /** Time after which the partitions of a reader that has crashed go to others, in milliseconds. */
  readonly sessionMs: number;
  /** @param signal aborted when the reader stops */
  readonly handle: (delivery: TextDelivery, signal: AbortSignal) => Promise<void>;
  readonly onError: (error: Error) => void;
}

type TextConsumer = Consumer<string, string, string, string>;

/**
 * Reads a topic as one member of a consumer group: one message at a time of each partition, the partitions side by side.
 * After trouble it joins again and goes on behind what was committed last.
 */
export class Group {
  readonly #options: GroupOptions;
  readonly #stop = new AbortController();
  /** Last work of each partition. */
  readonly #lanes = new Map<number, Promise<void>>();
  #pending = 0;
  #ended: Promise<void> = Promise.resolve();
  #joined: TextConsumer | undefined;

  constructor(options: GroupOptions) {
    this.#options = options;
  }

  /** Joins the group. @throws where the broker does not let it in */
  async start(): Promise<void> {
    const consumer = this.#consumer();
    try {
      const stream = await this.#consume(consumer);
      this.#ended = this.#run(consumer, stream);
    } catch (error) {
      await consumer.close(true).catch(() => undefined);
      throw error;
    }
  }

  /** Takes no more, finishes what is being worked on, and leaves, so that others take over at once. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#lanes.values());
    await this.#joined?.close(true).catch(this.#options.onError);
    await this.#ended;
  }

  #consumer(): TextConsumer {
    const { client, group, sessionMs } = this.#options;
    return new Consumer({
      ...client,
      groupId: group,
      sessionTimeout: sessionMs,
      heartbeatInterval: sessionMs / 5,
      rebalanceTimeout: Math.max(sessionMs, REBALANCE_MS),
      maxWaitTime: FETCH_WAIT_MS,
      deserializers: stringDeserializers,
    });
  }

  async #consume(consumer: TextConsumer) {
    const stream = await consumer.consume({
      topics: [this.#options.topic],
      autocommit: false,
      mode: MessagesStreamModes.COMMITTED,
      // A group that is new begins with the oldest: what was published before its first start is for it, too.
      fallbackMode: MessagesStreamFallbackModes.EARLIEST,
    });
    this.#joined = consumer;
    return stream;
  }

  async #run(first: TextConsumer, stream: AsyncIterable<TextDelivery>): Promise<void> {
    let session: Session = { consumer: first, broken: false };
    let deliveries: AsyncIterable<TextDelivery> | undefined = stream;
    for (;;) {
      try {
        deliveries ??= await this.#consume(session.consumer);
        for await (const delivery of deliveries) await this.#take(session, delivery);
      } catch (error) {
        this.#report(error);
      }
      await Promise.allSettled(this.#lanes.values());
      await session.consumer.close(true).catch(() => undefined);
      await pause(PAUSE_MS, undefined, { signal: this.#stop.signal }).catch(() => undefined);
      if (this.#stop.signal.aborted) return;
      session = { consumer: this.#consumer(), broken: false };
      deliveries = undefined;
    }
  }

  /** Puts a message behind the others of its partition. */
  async #take(session: Session, delivery: TextDelivery): Promise<void> {
    while (this.#pending >= AHEAD) await Promise.race(this.#lanes.values());
    const { partition } = delivery;
    this.#pending += 1;
    const lane = (this.#lanes.get(partition) ?? Promise.resolve())
      .then(() => this.#work(session, delivery))
      .finally(() => {
        this.#pending -= 1;
        if (this.#lanes.get(partition) === lane) this.#lanes.delete(partition);
      });
    this.#lanes.set(partition, lane);
  }

  /**
   * What could not be settled must not be passed over by committing what comes behind it: the session ends, and the
   * next one begins behind what was committed last.
   */
  async #work(session: Session, delivery: TextDelivery): Promise<void> {
    if (session.broken || this.#stop.signal.aborted) return;
    try {
      await this.#options.handle(delivery, this.#stop.signal);
    } catch (error) {
      session.broken = true;
      this.#report(error);
      void session.consumer.close(true).catch(() => undefined);
    }
  }

  #report(error: unknown): void {
    if (this.#stop.signal.aborted) return;
    this.#options.onError(error instanceof Error ? error : new Error(String(error)));
  }
}

/** One membership in the group. */
interface Session {
  readonly consumer: TextConsumer;
  broken: boolean;
}
