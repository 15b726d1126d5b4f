import { AsyncLocalStorage } from 'node:async_hooks';
import { Pool, type PoolClient } from 'pg';
import { type DatabaseResource, messageOf, UnavailableError } from '#runtime';
import { once } from './inbox.ts';
import { migrate } from './migrate.ts';
import type { Queries } from './queries.ts';
import { PostgresTable } from './table.ts';
import { types } from './types.ts';

/** Connections of one replica: with ten replicas the server's default of 100 suffices. */
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 3_000;
/** Longest that a statement of an operation may take. */
const STATEMENT_TIMEOUT_MS = 10_000;

export interface DatabaseOptions {
  readonly name: string;
  /** `postgres://USER:PASSWORD@HOST:PORT/DATABASE` */
  readonly url: string;
  /** Folder of the migrations. */
  readonly migrations: URL;
  /** Told of connections that broke while nothing used them. */
  readonly onError: (error: Error) => void;
}

/** Makes the way to a PostgreSQL database. Nothing is opened before `start`, which also brings the tables up to date. */
export function connectDatabase({ name, url, migrations, onError }: DatabaseOptions): DatabaseResource {
  const pool = new Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: name,
    types,
  });
  pool.on('error', onError);
  // Without a listener, a connection that breaks while a statement runs would end the process.
  pool.on('connect', (client) => client.on('error', onError));
  const transactions = new AsyncLocalStorage<PoolClient>();
  const queries: Queries = {
    query: async (text, values) => {
      const parameters = values === undefined ? undefined : [...values];
      const open = transactions.getStore();
      if (open !== undefined) return open.query(text, parameters);
      const client = await acquire(pool);
      try {
        return await client.query(text, parameters);
      } finally {
        client.release();
      }
    },
  };

  async function transaction<T>(work: () => Promise<T>): Promise<T> {
    const client = await acquire(pool);
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const result = await transactions.run(client, work);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return {
    name,
    system: 'postgresql',
    start: () => migrate(pool, migrations),
    stop: () => pool.end(),
    check: async () => {
      await pool.query('SELECT 1');
    },
    table: (definition) => new PostgresTable(queries, definition),
    once: (subscription, messageId, work) => transaction(() => once(queries, subscription, messageId, work)),
  };
}

/** A connection. Without one nothing was sent, so the caller may safely try again. */
async function acquire(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw new UnavailableError(`The database cannot be reached: ${messageOf(error)}`, { cause: error });
  }
}
