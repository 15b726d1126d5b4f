import { Client, SniffingTransport } from '@elastic/elasticsearch';
import type { DatabaseResource } from '#runtime';
import { once, prepareInbox } from './inbox.ts';
import { migrate } from './migrate.ts';
import { ElasticsearchTable } from './table.ts';

/** Longest that a request may take, its attempts each. */
const REQUEST_TIMEOUT_MS = 10_000;
const PING_TIMEOUT_MS = 2_000;
/** Further attempts at requests that may be made twice; those that may not say so themselves. */
const RETRIES = 2;
const FIRST_PAUSE_SECONDS = 0.1;

export interface DatabaseOptions {
  readonly name: string;
  /** `http://USER:PASSWORD@HOST:PORT` */
  readonly url: string;
  /** Folder of the migrations. */
  readonly migrations: URL;
  /** Told of requests that failed for good. */
  readonly onError: (error: Error) => void;
}

/**
 * Makes the way to Elasticsearch. Nothing is sent before `start`, which also brings the indices up to date. Every
 * request is complete in itself, so there is no connection to lose; each is made again where it may be.
 */
export function connectDatabase(options: DatabaseOptions): DatabaseResource {
  const { username, password, origin } = new URL(options.url);
  const client = new Client({
    name: options.name,
    node: origin,
    ...(username === ''
      ? {}
      : { auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) } }),
    requestTimeout: REQUEST_TIMEOUT_MS,
    maxRetries: RETRIES,
    Transport: ImpatientTransport,
  });
  client.diagnostic.on('resurrect', (_, event) => {
    if (event !== null && !event.isAlive) options.onError(new Error(`${origin} is still away.`));
  });
  return databaseOf(client, options);
}

/** Pauses between attempts as long as somebody may wait, instead of seconds; random, so that not all come back at once. */
class ImpatientTransport extends SniffingTransport {
  constructor(options: ConstructorParameters<typeof SniffingTransport>[0]) {
    super({
      ...options,
      retryBackoff: (_least, _most, attempt) => Math.random() * FIRST_PAUSE_SECONDS * 2 ** attempt,
    });
  }
}

/** The database that a client is connected to. */
export function databaseOf(client: Client, { name, migrations }: DatabaseOptions): DatabaseResource {
  return {
    name,
    system: 'elasticsearch',
    start: async () => {
      await prepareInbox(client);
      await migrate(client, migrations);
    },
    stop: () => client.close(),
    check: async () => {
      await client.info({}, { requestTimeout: PING_TIMEOUT_MS, maxRetries: 0 });
    },
    table: (definition) => new ElasticsearchTable(client, definition),
    once: (subscription, messageId, work) => once(client, subscription, messageId, work),
  };
}
