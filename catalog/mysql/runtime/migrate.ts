import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';
import { isDue, type Migration, readMigrations } from '#runtime';

const CONNECT_TIMEOUT_MS = 3_000;
/** Longest wait for others that migrate. */
const LOCK_SECONDS = 60;
/** Locks are the server's, so the database is part of the name, which may have 64 characters. */
const LOCK = `CONCAT('migrate.', LEFT(DATABASE(), 56))`;

/** Tables of the runtime itself. */
const OWN_TABLES = `
CREATE TABLE IF NOT EXISTS schema_migrations (
  name varchar(255) PRIMARY KEY,
  checksum char(64) NOT NULL,
  finished boolean NOT NULL,
  applied_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE TABLE IF NOT EXISTS handled_messages (
  subscription varchar(255) NOT NULL,
  message_id varchar(255) NOT NULL,
  handled_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  PRIMARY KEY (subscription, message_id),
  KEY handled_messages_age (handled_at)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;`;

/**
 * Brings the database up to date while every other program that wants the same waits. In the way of Flyway:
 * `R__NAME.sql` describes a table and runs, first, whenever it has changed; `V0001__NAME.sql` is a step that runs once,
 * in order.
 *
 * @param onError told when the connection breaks
 * @throws Error where a step that was run has been changed since, or broke off half-way
 */
export async function migrate(url: string, folder: URL, onError: (error: Error) => void): Promise<void> {
  const migrations = await readMigrations(folder, '.sql');
  const connection = await createConnection({
    uri: url,
    connectTimeout: CONNECT_TIMEOUT_MS,
    charset: 'utf8mb4',
    timezone: 'Z',
    multipleStatements: true,
  });
  connection.on('error', onError);
  try {
    await connection.query("SET SESSION sql_mode = 'TRADITIONAL', time_zone = '+00:00'");
    await lock(connection);
    await connection.query(OWN_TABLES);
    for (const migration of migrations) await apply(connection, migration);
  } finally {
    // The lock goes with the connection.
    connection.destroy();
  }
}

async function lock(connection: Connection): Promise<void> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT GET_LOCK(${LOCK}, ${LOCK_SECONDS}) AS locked`,
  );
  if (rows[0]?.locked !== 1) throw new Error('Another program has been migrating the database for too long.');
}

/**
 * The server commits by itself with every change of a table's form. Whether a step has begun is therefore written in
 * the same transaction: with rows only it is undone together with the step, else it stays as a warning.
 */
async function apply(connection: Connection, migration: Migration): Promise<void> {
  const { name, text, checksum, repeatable } = migration;
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT checksum, finished FROM schema_migrations WHERE name = ?',
    [name],
  );
  const applied = rows[0];
  if (applied !== undefined && applied.finished !== 1 && !repeatable) {
    throw new Error(
      `${name} broke off half-way. Finish or undo by hand what it does, then mark it as finished, or delete it, in schema_migrations.`,
    );
  }
  const done = applied?.finished === 1 ? String(applied.checksum) : undefined;
  if (!isDue(migration, done)) return;
  await connection.query('START TRANSACTION');
  await connection.query(
    `INSERT INTO schema_migrations (name, checksum, finished) VALUES (?, ?, false)
     ON DUPLICATE KEY UPDATE checksum = ?, finished = false, applied_at = CURRENT_TIMESTAMP(3)`,
    [name, checksum, checksum],
  );
  await connection.query(text);
  await connection.query('UPDATE schema_migrations SET finished = true WHERE name = ?', [name]);
  await connection.query('COMMIT');
}
