import { describe, expect, it } from 'vitest';
import { testContext } from '../testing/context.ts';
import { databaseName } from './names.ts';
import { plan } from './plan.ts';

const container = plan({ kind: 'database', storage: '20Gi' }, testContext('orders-db'));

describe('MySQL', () => {
  it('removes lost+found of a fresh disk first: its data are made in an empty folder only', () => {
    expect(container.volumes).toEqual([{ name: 'data', mountPath: '/var/lib/mysql', size: '20Gi' }]);
    expect(container.command?.[2]).toBe(
      'rmdir /var/lib/mysql/lost+found 2>/dev/null; exec docker-entrypoint.sh mysqld "$@"',
    );
  });

  it('makes its database and accounts from secrets of its own, root for inside the container only', () => {
    expect(container.env).toEqual({
      MYSQL_DATABASE: 'orders',
      MYSQL_USER: 'app',
      MYSQL_PASSWORD: { secret: 'ORDERS_DB_PASSWORD' },
      MYSQL_ROOT_PASSWORD: { secret: 'ORDERS_DB_ROOT_PASSWORD' },
      MYSQL_ROOT_HOST: '127.%',
    });
  });

  it('asks by TCP whether it is ready, with no password on a command line', () => {
    expect(container.healthCommand.join(' ')).toContain('--host=127.0.0.1');
    expect(container.healthCommand.join(' ')).not.toMatch(/--password|-p\b/);
    expect(container.readiness).toEqual({ type: 'exec', command: container.healthCommand });
  });

  it('gives pages a quarter of the memory, or what the document says', () => {
    const optionsOf = (more: object) =>
      plan({ kind: 'database', ...more }, testContext('orders-db')).args ?? [];
    expect(optionsOf({ resources: { memory: '2Gi' } })).toContain('--innodb-buffer-pool-size=512M');
    expect(optionsOf({ 'buffer-pool': '1Gi' })).toContain('--innodb-buffer-pool-size=1024M');
    expect(optionsOf({ 'max-connections': 300 })).toContain('--max-connections=300');
  });

  it.each([
    ['orders-db', 'orders'],
    ['order-history', 'order_history'],
    ['mysql', 'mysql_db'],
    ['sys-db', 'sys_db'],
  ])('keeps the data of %s in %s', (component, database) => {
    expect(databaseName(component)).toBe(database);
  });
});
