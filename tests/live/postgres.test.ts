import { migrations } from '../../catalog/postgres/migrations.ts';
import { connectDatabase } from '../../catalog/postgres/runtime/index.ts';
import { startPostgres } from './database-servers.ts';
import { databaseSuite } from './database-suite.ts';
import { findProgram } from './server.ts';

const program = findProgram('postgres');

databaseSuite({
  title: 'PostgreSQL',
  start: program === undefined ? undefined : () => startPostgres(program),
  migrations,
  connect: connectDatabase,
  step: {
    file: 'V0001__more.sql',
    text: "UPDATE products SET stock = stock + 1 WHERE product_id = 'p-2'",
    other: 'SELECT 1',
  },
  transactions: true,
});
