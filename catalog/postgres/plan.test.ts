import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { databaseName } from './names.ts';
import { plan } from './plan.ts';

describe('PostgreSQL', () => {
  it('keeps its data below the mount, where a fresh disk has no lost+found', () => {
    const { env, volumes } = plan({ kind: 'database' }, testContext('orders-db'));
    expect(volumes).toEqual([{ name: 'data', mountPath: '/var/lib/postgresql/data', size: '5Gi' }]);
    expect(env.PGDATA).toBe('/var/lib/postgresql/data/pgdata');
  });

  it('mounts the parent of the folder that images since 18 name by release', () => {
    const { env, volumes, image } = plan({ kind: 'database', version: '18.1' }, testContext('orders-db'));
    expect(image).toEqual({ reference: 'postgres:18.1-alpine' });
    expect(volumes[0]?.mountPath).toBe('/var/lib/postgresql');
    expect(env.PGDATA).toBe('/var/lib/postgresql/18/docker');
  });

  it('asks by TCP whether it is ready: while it is made, the server answers on its socket only', () => {
    const { healthCommand, readiness } = plan({ kind: 'database' }, testContext('orders-db'));
    expect(healthCommand).toEqual([
      'pg_isready',
      '--quiet',
      '--host=127.0.0.1',
      '--username=app',
      '--dbname=orders',
    ]);
    expect(readiness).toEqual({ type: 'exec', command: healthCommand });
  });

  it('takes its password from a secret of its own', () => {
    expect(plan({ kind: 'database' }, testContext('orders-db')).env.POSTGRES_PASSWORD).toEqual({
      secret: 'ORDERS_DB_PASSWORD',
    });
  });

  it('passes on the number of connections only where it is given', () => {
    expect(plan({ kind: 'database' }, testContext('a')).args).toBeUndefined();
    expect(plan({ kind: 'database', 'max-connections': 250 }, testContext('a')).args).toEqual([
      'postgres',
      '-c',
      'max_connections=250',
    ]);
  });

  it.each([
    ['orders-db', 'orders'],
    ['order-history', 'order_history'],
    ['db', 'db'],
    ['postgres', 'postgres_db'],
    ['template0-db', 'template0_db'],
    ['pg-stats', 'pg_stats'],
  ])('keeps the data of %s in %s', (component, database) => {
    expect(databaseName(component)).toBe(database);
  });
});
