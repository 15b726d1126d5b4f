import { migrations } from '../../catalog/mysql/migrations.ts';
import { connectDatabase } from '../../catalog/mysql/runtime/index.ts';
import { startMariadb } from './database-servers.ts';
import { databaseSuite } from './database-suite.ts';
import { findProgram } from './server.ts';

const program = findProgram('mariadbd');

// Debian has no MySQL. What is generated for it runs over MariaDB, but for the name of the collation, which older
// releases of MariaDB do not know.
databaseSuite({
  title: 'MySQL (over MariaDB)',
  start: program === undefined ? undefined : () => startMariadb(program, 'mysql'),
  migrations: (tables) => migrations(tables, 'utf8mb4_nopad_bin'),
  connect: connectDatabase,
  step: {
    file: 'V0001__more.sql',
    text: "UPDATE products SET stock = stock + 1 WHERE product_id = 'p-2'",
    other: 'DO 0',
  },
  transactions: true,
});
