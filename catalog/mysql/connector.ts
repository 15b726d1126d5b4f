import type { Connector } from '../entry.ts';
import { environmentPrefix } from '../environment.ts';
import type { MysqlComponent } from './fields.ts';
import { migrations } from './migrations.ts';
import { DATABASE_USER, databaseName, MYSQL_PORT, passwordKey } from './names.ts';
import { runtimeFiles } from './runtime.generated.ts';

/** Compares texts byte by byte and does not pad them: keys that differ at all are different keys. */
const COLLATION = 'utf8mb4_0900_bin';

/**
 * What generated services need to talk to MySQL or MariaDB: the same but for the name of a collation.
 *
 * @param scheme of the address, which also says what traces call the engine
 * @param collation of texts
 */
export function connectorWith(scheme: 'mysql' | 'mariadb', collation: string): Connector<MysqlComponent> {
  return {
    dependencies: { mysql2: '3.24.6' },
    runtime: runtimeFiles,
    migrations: (tables) => migrations(tables, collation),
    environment: (name, _component, context) => ({
      [`${environmentPrefix(name)}_URL`]: {
        parts: [
          `${scheme}://${DATABASE_USER}:`,
          context.secret(passwordKey(name), `Password of the database ${name}`),
          `@${context.addressOf(name)?.host ?? name}:${MYSQL_PORT}/${databaseName(name)}`,
        ],
      },
    }),
  };
}

export const connector = connectorWith('mysql', COLLATION);
