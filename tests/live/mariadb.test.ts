import { connector } from '../../catalog/mariadb/connector.ts';
import { connectDatabase } from '../../catalog/mysql/runtime/index.ts';
import { startMariadb } from './database-servers.ts';
import { databaseSuite } from './database-suite.ts';
import { findProgram } from './server.ts';

const program = findProgram('mariadbd');

databaseSuite({
  title: 'MariaDB',
  start: program === undefined ? undefined : () => startMariadb(program, 'mariadb'),
  migrations: (tables) => connector.migrations?.(tables) ?? {},
  connect: connectDatabase,
  step: {
    file: 'V0001__more.sql',
    text: "UPDATE products SET stock = stock + 1 WHERE product_id = 'p-2'",
    other: 'DO 0',
  },
  transactions: true,
});
