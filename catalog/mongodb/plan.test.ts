import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { connector } from './connector.ts';
import { plan } from './plan.ts';

const container = plan({ kind: 'database' }, testContext('orders-db'));
const fileAt = (mountPath: string) => container.files.find((file) => file.mountPath === mountPath)?.content;

describe('MongoDB', () => {
  it('is a set of one server, which knows itself by a key that only it may read', () => {
    const script = container.command?.[2] ?? '';
    expect(script).toContain('umask 077 && printf %s "$MONGO_SET_KEY" > /run/mongodb/key');
    expect(script).toContain('exec docker-entrypoint.sh mongod --replSet rs0 --keyFile /run/mongodb/key');
    expect(container.env.MONGO_SET_KEY).toEqual({ secret: 'ORDERS_DB_SET_KEY' });
    expect(fileAt('/etc/mongo/replica-set.js')).toContain(
      "replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: '127.0.0.1:27017' }] }",
    );
  });

  it('gives the services an account for their database only, with the password from the environment', () => {
    const script = fileAt('/docker-entrypoint-initdb.d/account.js') ?? '';
    const made: unknown[] = [];
    const database = { createUser: (user: unknown) => made.push(user) };
    new Function('db', 'process', script)(
      { getSiblingDB: () => database },
      { env: { MONGO_APP_PASSWORD: 'word' } },
    );
    expect(made).toEqual([
      {
        user: 'app',
        pwd: 'word',
        roles: [
          { role: 'readWrite', db: 'orders' },
          { role: 'dbAdmin', db: 'orders' },
        ],
      },
    ]);
  });

  it('becomes a set when it is none, and is left alone when it is', () => {
    const script = fileAt('/etc/mongo/replica-set.js') ?? '';
    const run = (status: () => void) => {
      const commands: object[] = [];
      class Mongo {
        getDB() {
          return {
            auth: () => undefined,
            adminCommand: (command: object) => {
              if ('replSetGetStatus' in command) status();
              else commands.push(command);
            },
          };
        }
      }
      new Function('Mongo', 'process', script)(Mongo, { env: {} });
      return commands;
    };
    const failing = (codeName: string) => () => {
      throw Object.assign(new Error(codeName), { codeName });
    };
    expect(run(() => undefined)).toEqual([]);
    expect(run(failing('NotYetInitialized'))).toHaveLength(1);
    expect(() => run(failing('NoReplicationEnabled'))).toThrow('NoReplicationEnabled');
  });

  it('is ready only once it is the primary of its set', () => {
    expect(container.healthCommand.at(-1)).toContain(
      'hello.setName !== undefined && hello.isWritablePrimary',
    );
    expect(container.readiness).toEqual({ type: 'exec', command: container.healthCommand });
  });

  it('takes as much memory as the document says, and the least that it runs with', () => {
    const argsOf = (cache: string) => plan({ kind: 'database', 'cache-size': cache }, testContext('a')).args;
    expect(argsOf('512Mi')).toEqual(['--wiredTigerCacheSizeGB', '0.5']);
    expect(argsOf('64Mi')).toEqual(['--wiredTigerCacheSizeGB', '0.25']);
    expect(container.args).toEqual([]);
  });

  it('is talked to directly: the set is known by an address of its own machine', () => {
    const context = testContext('orders-db', {
      addresses: { 'orders-db': { host: 'shop-db', port: 27017 } },
    });
    expect(connector.environment('orders-db', { kind: 'database' }, context)).toEqual({
      ORDERS_DB_URL: {
        parts: [
          'mongodb://app:',
          { secret: 'ORDERS_DB_PASSWORD' },
          '@shop-db:27017/orders?directConnection=true',
        ],
      },
    });
  });
});
