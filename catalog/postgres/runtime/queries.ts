import type { QueryResult } from 'pg';

/** Whatever runs statements: the pool, or the connection of the transaction under way. */
export interface Queries {
  query(text: string, values?: readonly unknown[]): Promise<QueryResult<Record<string, unknown>>>;
}
