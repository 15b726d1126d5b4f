import type { DatabaseResource } from '#runtime';
import { Connections } from './connections.ts';
import { once } from './inbox.ts';
import { migrate } from './migrate.ts';
import { MysqlTable } from './table.ts';

export interface DatabaseOptions {
  readonly name: string;
  /** `mysql://USER:PASSWORD@HOST:PORT/DATABASE`, or the same with `mariadb:`. */
  readonly url: string;
  /** Folder of the migrations. */
  readonly migrations: URL;
  /** Told of connections that broke while nothing used them. */
  readonly onError: (error: Error) => void;
}

/**
 * Makes the way to a database of MySQL or MariaDB. Nothing is opened before `start`, which also brings the tables up
 * to date. Broken connections are replaced when they are next needed.
 */
export function connectDatabase({ name, url, migrations, onError }: DatabaseOptions): DatabaseResource {
  const connections = new Connections(url);
  return {
    name,
    system: new URL(url).protocol.replace(':', ''),
    start: () => migrate(url, migrations, onError),
    stop: () => connections.close(),
    check: async () => {
      await connections.use((statements) => statements.command('SELECT 1'));
    },
    table: (definition) => new MysqlTable(connections, definition),
    once: (subscription, messageId, work) => once(connections, subscription, messageId, work),
  };
}
