import type { Client } from 'memjs';
import { type Cache, type CacheResource, messageOf, NotFoundError, UnavailableError } from '#runtime';
import { clientOf, inTime, keyOf, secondsOf } from './client.ts';
import { once } from './inbox.ts';

export interface CacheOptions {
  readonly name: string;
  /** `memcached://HOST:PORT` */
  readonly url: string;
  /** Told when the connection breaks, and when the cache had to be passed by. */
  readonly onError: (error: Error) => void;
}

/** Makes the way to a memcached server, which reconnects by itself. */
export function connectCache({ name, url, onError }: CacheOptions): CacheResource {
  const client = clientOf(url, onError);
  // What `check` asks for never is there: an answer is enough.
  const check = async () => {
    await inTime(client.get(keyOf('check', name)));
  };
  return {
    name,
    start: check,
    stop: async () => client.close(),
    check,
    cache: <Entries>() => new MemcachedCache<Entries>(client, onError),
    once: (subscription, messageId, work) => once(client, subscription, messageId, work),
  };
}

class MemcachedCache<Entries> implements Cache<Entries> {
  readonly #client: Client;
  readonly #onError: (error: Error) => void;

  constructor(client: Client, onError: (error: Error) => void) {
    this.#client = client;
    this.#onError = onError;
  }

  async get<N extends keyof Entries & string>(namespace: N, key: string): Promise<Entries[N]> {
    const found = await this.#read(namespace, key).catch(away);
    if (found === undefined) throw new NotFoundError(`There is no "${key}" in ${namespace}.`);
    return found;
  }

  async set<N extends keyof Entries & string>(
    namespace: N,
    key: string,
    value: Entries[N],
    options: { ttlMs?: number } = {},
  ): Promise<void> {
    await this.#store(namespace, key, value, options.ttlMs).catch(away);
  }

  async delete(namespace: keyof Entries & string, key: string): Promise<void> {
    await inTime(this.#client.delete(keyOf(namespace, key))).catch(away);
  }

  async through<N extends keyof Entries & string>(
    namespace: N,
    key: string,
    { ttlMs }: { ttlMs?: number },
    load: () => Promise<Entries[N]>,
  ): Promise<Entries[N]> {
    const passBy = (error: unknown) => {
      this.#onError(new Error(`Passed by: ${messageOf(error)}`, { cause: error }));
      return undefined;
    };
    const found = await this.#read(namespace, key).catch(passBy);
    if (found !== undefined) return found;
    const loaded = await load();
    await this.#store(namespace, key, loaded, ttlMs).catch(passBy);
    return loaded;
  }

  async #read<N extends keyof Entries & string>(namespace: N, key: string): Promise<Entries[N] | undefined> {
    const { value } = await inTime(this.#client.get(keyOf(namespace, key)));
    // Whatever is under a namespace was put there by `set`, with its type.
    return value === null ? undefined : (JSON.parse(value.toString()) as Entries[N]);
  }

  async #store(namespace: string, key: string, value: unknown, ttlMs: number | undefined): Promise<void> {
    await inTime(
      this.#client.set(keyOf(namespace, key), JSON.stringify(value), { expires: secondsOf(ttlMs) }),
    );
  }
}

function away(error: unknown): never {
  throw new UnavailableError(`The cache is unavailable: ${messageOf(error)}`, { cause: error });
}
