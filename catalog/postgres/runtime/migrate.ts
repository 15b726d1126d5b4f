import type { Pool, PoolClient } from 'pg';
import { isDue, type Migration, readMigrations } from '#runtime';

/** Any number, the same in every program that migrates: only one migrates at a time. */
const LOCK = 4_842_107_311;
/** Migrations may take longer than operations. */
const STATEMENT_TIMEOUT_MS = 600_000;

/** Tables of the runtime itself. */
const OWN_TABLES = `
CREATE TABLE IF NOT EXISTS schema_migrations (
  name text PRIMARY KEY,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS handled_messages (
  subscription text NOT NULL,
  message_id text NOT NULL,
  handled_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (subscription, message_id)
);
CREATE INDEX IF NOT EXISTS handled_messages_age ON handled_messages (handled_at);`;

/**
 * Brings the database up to date, in one transaction, while every other program that wants the same waits.
 * In the way of Flyway: `R__NAME.sql` describes a table and runs, first, whenever it has changed; `V0001__NAME.sql`
 * is a step that runs once, in order.
 *
 * @throws Error where a step that was run has been changed since
 */
export async function migrate(pool: Pool, folder: URL): Promise<void> {
  const migrations = await readMigrations(folder, '.sql');
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SET LOCAL statement_timeout = ${STATEMENT_TIMEOUT_MS}`);
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(OWN_TABLES);
    for (const migration of migrations) await apply(client, migration);
    await client.query('COMMIT');
  } catch (error) {
    // A connection that cannot roll back is broken, and its transaction gone with it.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function apply(client: PoolClient, migration: Migration): Promise<void> {
  const { rows } = await client.query<{ checksum: string }>(
    'SELECT checksum FROM schema_migrations WHERE name = $1',
    [migration.name],
  );
  if (!isDue(migration, rows[0]?.checksum)) return;
  await client.query(migration.text);
  await client.query(
    `INSERT INTO schema_migrations (name, checksum) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, applied_at = now()`,
    [migration.name, migration.checksum],
  );
}
