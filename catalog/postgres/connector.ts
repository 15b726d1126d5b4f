import type { Connector } from '../entry.ts';
import { environmentPrefix } from '../environment.ts';
import type { PostgresComponent } from './fields.ts';
import { migrations } from './migrations.ts';
import { DATABASE_USER, databaseName, POSTGRES_PORT, passwordKey } from './names.ts';
import { runtimeFiles } from './runtime.generated.ts';

/** What generated services need to talk to PostgreSQL. */
export const connector: Connector<PostgresComponent> = {
  dependencies: { pg: '8.23.1' },
  devDependencies: { '@types/pg': '8.23.1' },
  runtime: runtimeFiles,
  migrations,
  environment: (name, _component, context) => ({
    [`${environmentPrefix(name)}_URL`]: {
      parts: [
        `postgres://${DATABASE_USER}:`,
        context.secret(passwordKey(name), `Password of the database ${name}`),
        `@${context.addressOf(name)?.host ?? name}:${POSTGRES_PORT}/${databaseName(name)}`,
      ],
    },
  }),
};
