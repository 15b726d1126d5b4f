import { NotFoundError } from '../errors.ts';
import type { Cache } from '../ports/cache.ts';

/** A cache in memory, for tests. Entries do not expire. */
export class MemoryCache<Entries> implements Cache<Entries> {
  readonly #entries = new Map<string, unknown>();

  /** Puts in an entry. @returns the cache */
  withEntry<N extends keyof Entries & string>(namespace: N, key: string, value: Entries[N]): this {
    this.#entries.set(`${namespace}:${key}`, value);
    return this;
  }

  async get<N extends keyof Entries & string>(namespace: N, key: string): Promise<Entries[N]> {
    const id = `${namespace}:${key}`;
    if (!this.#entries.has(id)) throw new NotFoundError(`There is no "${key}" in ${namespace}.`);
    // Whatever is under a namespace was put there by `set`, with its type.
    return this.#entries.get(id) as Entries[N];
  }

  async set<N extends keyof Entries & string>(namespace: N, key: string, value: Entries[N]): Promise<void> {
    this.#entries.set(`${namespace}:${key}`, value);
  }

  async delete(namespace: keyof Entries & string, key: string): Promise<void> {
    this.#entries.delete(`${namespace}:${key}`);
  }

  async through<N extends keyof Entries & string>(
    namespace: N,
    key: string,
    _options: object,
    load: () => Promise<Entries[N]>,
  ): Promise<Entries[N]> {
    const id = `${namespace}:${key}`;
    if (!this.#entries.has(id)) this.#entries.set(id, await load());
    return this.get(namespace, key);
  }
}
