/** Runs what is asked for under the same key one after the other, different keys at the same time. */
export class Queue {
  readonly #last = new Map<string, Promise<unknown>>();

  /** @returns the result of `work`, which starts once everything asked for earlier under `key` has ended */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine
      .catch(() => undefined)
      .finally(() => {
        if (this.#last.get(key) === settled) this.#last.delete(key);
      });
    this.#last.set(key, settled);
    return mine;
  }
}
