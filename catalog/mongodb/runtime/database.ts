import { MongoClient } from 'mongodb';
import type { DatabaseResource } from '#runtime';
import { once } from './inbox.ts';
import { migrate } from './migrate.ts';
import { Sessions } from './sessions.ts';
import { MongoTable } from './table.ts';

/** Connections of one replica. */
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 3_000;
/** Longest silence of the server while it is asked something. */
const SOCKET_TIMEOUT_MS = 15_000;

export interface DatabaseOptions {
  readonly name: string;
  /** `mongodb://USER:PASSWORD@HOST:PORT/DATABASE?directConnection=true` */
  readonly url: string;
  /** Folder of the migrations. */
  readonly migrations: URL;
  /** Told of connections that broke. */
  readonly onError: (error: Error) => void;
}

/**
 * Makes the way to a MongoDB database, which must be a replica set (of one server at least) to have transactions.
 * Nothing is opened before `start`, which also brings the collections up to date. Broken connections are replaced, and
 * a write that a break interrupted is sent once more, which the server recognises.
 */
export function connectDatabase({ name, url, migrations, onError }: DatabaseOptions): DatabaseResource {
  const client = new MongoClient(url, {
    appName: name,
    maxPoolSize: POOL_SIZE,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    serverSelectionTimeoutMS: CONNECT_TIMEOUT_MS,
    waitQueueTimeoutMS: CONNECT_TIMEOUT_MS,
    socketTimeoutMS: SOCKET_TIMEOUT_MS,
    retryReads: true,
    retryWrites: true,
    writeConcern: { w: 'majority' },
  });
  client.on('connectionPoolCleared', ({ address }) =>
    onError(new Error(`The connections to ${address} broke.`)),
  );
  const database = client.db();
  const sessions = new Sessions(client);
  return {
    name,
    system: 'mongodb',
    start: async () => {
      await client.connect();
      await migrate(database, migrations);
    },
    stop: () => client.close(),
    check: async () => {
      await database.command({ ping: 1 });
    },
    table: (definition) => new MongoTable(database, sessions, definition),
    once: (subscription, messageId, work) => once(database, sessions, subscription, messageId, work),
  };
}
