import { type Cache, type CacheResource, messageOf, NotFoundError, UnavailableError } from '#runtime';
import { type Client, clientOf } from './client.ts';
import { once } from './inbox.ts';

export interface CacheOptions {
  readonly name: string;
  /** `redis://:PASSWORD@HOST:PORT` */
  readonly url: string;
  /** Told when the connection breaks, and when the cache had to be passed by. */
  readonly onError: (error: Error) => void;
}

/** Makes the way to a Redis server, which reconnects by itself once it was open. */
export function connectCache({ name, url, onError }: CacheOptions): CacheResource {
  const client = clientOf(name, url);
  client.on('error', onError);
  return {
    name,
    system: 'redis',
    start: async () => {
      if (!client.isOpen) await client.connect();
    },
    stop: async () => {
      if (client.isReady) await client.close();
      else if (client.isOpen) client.destroy();
    },
    check: async () => {
      await client.ping();
    },
    cache: <Entries>() => new RedisCache<Entries>(client, onError),
    once: (subscription, messageId, work) => once(client, subscription, messageId, work),
  };
}

class RedisCache<Entries> implements Cache<Entries> {
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
    await this.#client.del(`${namespace}:${key}`).catch(away);
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
    const text = await this.#client.get(`${namespace}:${key}`);
    // Whatever is under a namespace was put there by `set`, with its type.
    return text === null ? undefined : (JSON.parse(text) as Entries[N]);
  }

  async #store(namespace: string, key: string, value: unknown, ttlMs: number | undefined): Promise<void> {
    const text = JSON.stringify(value);
    if (ttlMs === undefined) await this.#client.set(`${namespace}:${key}`, text);
    else
      await this.#client.set(`${namespace}:${key}`, text, {
        expiration: { type: 'PX', value: Math.max(1, Math.round(ttlMs)) },
      });
  }
}

function away(error: unknown): never {
  throw new UnavailableError(`The cache is unavailable: ${messageOf(error)}`, { cause: error });
}
