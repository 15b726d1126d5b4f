import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { connector } from './connector.ts';
import { plan } from './plan.ts';

describe('MariaDB', () => {
  const context = testContext('orders-db', { addresses: { 'orders-db': { host: 'shop-db', port: 3306 } } });
  const container = plan({ kind: 'database' }, context);

  it('is told of its accounts under its own names, and brings its tables up to a new release', () => {
    expect(container.env).toEqual({
      MARIADB_AUTO_UPGRADE: '1',
      MARIADB_DATABASE: 'orders',
      MARIADB_USER: 'app',
      MARIADB_PASSWORD: { secret: 'ORDERS_DB_PASSWORD' },
      MARIADB_ROOT_PASSWORD: { secret: 'ORDERS_DB_ROOT_PASSWORD' },
      MARIADB_ROOT_HOST: '127.%',
    });
  });

  it('starts by the entrypoint of the image, with pages in two fifths of the memory', () => {
    expect(container.image).toEqual({ reference: 'mariadb:11' });
    expect(container.command).toBeUndefined();
    expect(container.args).toEqual([
      'mariadbd',
      '--character-set-server=utf8mb4',
      '--skip-log-bin',
      '--innodb-buffer-pool-size=153M',
    ]);
  });

  it('is found by an address whose scheme names it', () => {
    expect(connector.environment('orders-db', { kind: 'database' }, context)).toEqual({
      ORDERS_DB_URL: {
        parts: ['mariadb://app:', { secret: 'ORDERS_DB_PASSWORD' }, '@shop-db:3306/orders'],
      },
    });
  });

  it('names the collation as MariaDB does', () => {
    const table = { table: 'a', name: 'a', key: 'id', columns: [], rows: [] };
    expect(connector.migrations?.([table])['R__a.sql']).toContain('COLLATE utf8mb4_nopad_bin');
  });
});
