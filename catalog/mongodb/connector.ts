import type { Connector } from '../entry.ts';
import { environmentPrefix } from '../environment.ts';
import type { MongodbComponent } from './fields.ts';
import { migrations } from './migrations.ts';
import { DATABASE_USER, databaseName, MONGODB_PORT, secretKeys } from './names.ts';
import { runtimeFiles } from './runtime.generated.ts';

/** What generated services need to talk to MongoDB. */
export const connector: Connector<MongodbComponent> = {
  dependencies: { mongodb: '7.9.0' },
  runtime: runtimeFiles,
  migrations,
  environment: (name, _component, context) => ({
    [`${environmentPrefix(name)}_URL`]: {
      parts: [
        `mongodb://${DATABASE_USER}:`,
        context.secret(secretKeys(name).app, `Password of the database ${name}`),
        // The set is known by an address of its own machine, so clients must not ask it where its members are.
        `@${context.addressOf(name)?.host ?? name}:${MONGODB_PORT}/${databaseName(name)}?directConnection=true`,
      ],
    },
  }),
};
