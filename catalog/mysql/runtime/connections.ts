import { AsyncLocalStorage } from 'node:async_hooks';
import { createPool, type Pool, type PoolConnection } from 'mysql2/promise';
import { messageOf, UnavailableError } from '#runtime';
import { retryConflicts } from './retry.ts';
import { Statements } from './statements.ts';

/** Connections of one replica: with ten replicas the server's default of 151 suffices. */
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 3_000;
/** Longest wait for a connection while others use them all. */
const ACQUIRE_TIMEOUT_MS = 3_000;

/**
 * How every session behaves, whatever the server was told: wrong values are errors, times are of UTC, statements see
 * what was committed before them, and nobody waits long for a lock.
 */
const SESSION = [
  "SET SESSION sql_mode = 'TRADITIONAL', time_zone = '+00:00', innodb_lock_wait_timeout = 5",
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
];

/** Connections to one database, and the transaction that each piece of work is in. */
export class Connections {
  readonly #pool: Pool;
  readonly #open = new AsyncLocalStorage<Statements>();
  /** Connections whose session has been set up. */
  readonly #ready = new WeakSet<object>();

  constructor(url: string) {
    this.#pool = createPool({
      uri: url,
      connectionLimit: POOL_SIZE,
      connectTimeout: CONNECT_TIMEOUT_MS,
      enableKeepAlive: true,
      charset: 'utf8mb4',
      timezone: 'Z',
    });
  }

  /** Does `work` on the connection of the transaction under way, or else on any. */
  use<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    const open = this.#open.getStore();
    return open === undefined ? this.#borrow(work) : work(open);
  }

  /** Does `work` as a whole or not at all: in the transaction under way, or else in one of its own. */
  atomic<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    const open = this.#open.getStore();
    return open === undefined ? retryConflicts(() => this.transaction(work)) : work(open);
  }

  /** Does `work` in a transaction of its own, which everything is part of that it does with these connections. */
  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.#borrow(async (statements) => {
      await statements.command('START TRANSACTION');
      try {
        const result = await this.#open.run(statements, () => work(statements));
        await statements.command('COMMIT');
        return result;
      } catch (error) {
        // A connection that cannot roll back is broken, and its transaction gone with it.
        await statements.command('ROLLBACK').catch(() => undefined);
        throw error;
      }
    });
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #borrow<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    const connection = await this.#acquire();
    const statements = new Statements(connection);
    try {
      return await work(statements);
    } finally {
      // After a statement without an answer, the next answer could be that statement's.
      if (statements.broken) connection.destroy();
      else connection.release();
    }
  }

  /** A connection. Without one nothing was sent, so the caller may safely try again. */
  async #acquire(): Promise<PoolConnection> {
    const coming = this.#pool.getConnection();
    try {
      const connection = await inTime(coming);
      await this.#setUp(connection);
      return connection;
    } catch (error) {
      throw new UnavailableError(`The database cannot be reached: ${messageOf(error)}`, { cause: error });
    }
  }

  async #setUp(connection: PoolConnection): Promise<void> {
    if (this.#ready.has(connection.connection)) return;
    try {
      for (const sql of SESSION) await connection.query({ sql, timeout: CONNECT_TIMEOUT_MS });
    } catch (error) {
      connection.destroy();
      throw error;
    }
    this.#ready.add(connection.connection);
  }
}

/** Waits so long and no longer; a connection that comes later goes back at once. */
async function inTime(coming: Promise<PoolConnection>): Promise<PoolConnection> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('all connections are in use')), ACQUIRE_TIMEOUT_MS);
  });
  try {
    return await Promise.race([coming, late]);
  } catch (error) {
    coming.then(
      (connection) => connection.release(),
      () => undefined,
    );
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
