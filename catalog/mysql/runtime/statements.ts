import type { PoolConnection, ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import { hasAnswered } from './errors.ts';

/** Longest that a statement of an operation may take. */
const STATEMENT_TIMEOUT_MS = 10_000;

/** What a value may be on its way to the server. */
export type Parameter = string | number | boolean | Date | null;

/** Statements on one connection. Values always travel as parameters. */
export class Statements {
  readonly #connection: PoolConnection;
  #broken = false;

  constructor(connection: PoolConnection) {
    this.#connection = connection;
  }

  /** Whether a statement got no answer, so that the connection is of no more use. */
  get broken(): boolean {
    return this.#broken;
  }

  async rows(sql: string, values: readonly Parameter[] = []): Promise<Record<string, unknown>[]> {
    const [rows] = await this.#send(() => this.#connection.execute<RowDataPacket[]>(options(sql, values)));
    return rows;
  }

  /** @returns how many rows it met, changed or not */
  async change(sql: string, values: readonly Parameter[] = []): Promise<number> {
    const [result] = await this.#send(() => this.#connection.execute<ResultSetHeader>(options(sql, values)));
    return result.affectedRows;
  }

  /** A statement that cannot be prepared, such as `COMMIT`. */
  async command(sql: string): Promise<void> {
    await this.#send(() => this.#connection.query(options(sql, [])));
  }

  async #send<T>(statement: () => Promise<T>): Promise<T> {
    try {
      return await statement();
    } catch (error) {
      this.#broken ||= !hasAnswered(error);
      throw error;
    }
  }
}

function options(sql: string, values: readonly Parameter[]) {
  return { sql, values: [...values], timeout: STATEMENT_TIMEOUT_MS };
}
