import { setTimeout as pause } from 'node:timers/promises';
import type { Consumer, JsMsg } from '@nats-io/jetstream';

/** Messages that one reader works on at a time. */
const WORKERS = 10;
/** Time that one request for a message stands, in milliseconds: after it, or a broken connection, the next is made. */
const PULL_MS = 5_000;
const PAUSE_MS = 1_000;

/**
 * Reads with several workers, each of which asks for a message only when it is free: what is fetched ahead of the work
 * would run out of time in a queue of its own.
 */
export class Workers {
  readonly #onError: (error: Error) => void;
  readonly #stop = new AbortController();
  readonly #working = new Set<Promise<void>>();

  constructor(onError: (error: Error) => void) {
    this.#onError = onError;
  }

  /** @param handle settles one delivery */
  run(consumer: Consumer, handle: (delivery: JsMsg) => Promise<void>): void {
    for (let worker = 0; worker < WORKERS; worker++) void this.#loop(consumer, handle);
  }

  /** Takes no more, and waits for what is being worked on. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#working);
  }

  async #loop(consumer: Consumer, handle: (delivery: JsMsg) => Promise<void>): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        const delivery = await consumer.next({ expires: PULL_MS });
        if (delivery === null) continue;
        // Came while stopping: another reader has it at once.
        if (signal.aborted) delivery.nak();
        else await this.#track(handle(delivery));
      } catch (error) {
        if (signal.aborted) return;
        this.#onError(error instanceof Error ? error : new Error(String(error)));
        await pause(PAUSE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #track(work: Promise<void>): Promise<void> {
    this.#working.add(work);
    try {
      await work;
    } finally {
      this.#working.delete(work);
    }
  }
}
