import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import { command } from '../system/command.ts';
import { freePort } from '../system/free-port.ts';
import type { DatabaseServer } from './database-suite.ts';
import { type Account, accountOf, folderFor, serve } from './server.ts';

const HOST = '127.0.0.1';

/** Starts PostgreSQL with an empty database `postgres` that needs no password. */
export async function startPostgres(server: string): Promise<DatabaseServer> {
  const account = await accountOf('postgres');
  const folder = await folderFor(account);
  const port = await freePort();
  const data = join(folder, 'data');
  const wanted = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync'];
  await commandAs(account, join(server, '../initdb'), wanted, folder);
  const query = async (sql: string) => {
    const client = new Client({ host: HOST, port, user: 'postgres', database: 'postgres' });
    try {
      await client.connect();
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const args = ['-D', data, '-p', String(port), '-k', folder, '-h', HOST];
  return {
    host: HOST,
    port,
    url: (host, at) => `postgres://postgres@${host}:${at}/postgres`,
    wipe: () => query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'),
    ...(await restartable(() => serve(server, args, { account, folder }, () => query('SELECT 1')))),
  };
}

/**
 * Starts MariaDB with a database `shop` that the account `app` owns.
 *
 * @param scheme of its address: `mysql` or `mariadb`
 */
export async function startMariadb(server: string, scheme: string): Promise<DatabaseServer> {
  const account = await accountOf('mysql');
  const folder = await folderFor(account);
  const port = await freePort();
  const data = join(folder, 'data');
  await mkdir(data);
  const owner = account === undefined ? [] : ['--user=mysql'];
  await command('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...owner,
  ]);
  const query = async (sql: string) => {
    const connection = await createConnection({ host: HOST, port, user: 'root', multipleStatements: true });
    try {
      await connection.query(sql);
    } finally {
      connection.destroy();
    }
  };
  const args = [
    '--no-defaults',
    `--datadir=${data}`,
    `--port=${port}`,
    `--bind-address=${HOST}`,
    `--socket=${join(folder, 'socket')}`,
    '--character-set-server=utf8mb4',
    '--skip-log-bin',
    '--innodb-buffer-pool-size=64M',
    ...owner,
  ];
  const running = await restartable(() => serve(server, args, { folder }, () => query('SELECT 1')));
  await query("CREATE USER app@'%' IDENTIFIED BY 'word'; GRANT ALL ON shop.* TO app@'%'");
  return {
    host: HOST,
    port,
    url: (host, at) => `${scheme}://app:word@${host}:${at}/shop`,
    wipe: () => query('DROP DATABASE IF EXISTS shop; CREATE DATABASE shop'),
    ...running,
  };
}

/** A server that can be killed and comes back to what it has written. */
async function restartable(
  start: () => ReturnType<typeof serve>,
): Promise<Required<Pick<DatabaseServer, 'restart' | 'stop'>>> {
  let end = await start();
  return {
    async restart() {
      await end({ signal: 'SIGKILL', keep: true });
      end = await start();
    },
    stop: () => end({ signal: 'SIGTERM' }),
  };
}

/** Runs a program as an account, where this process may. */
async function commandAs(
  account: Account | undefined,
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<void> {
  if (account === undefined) await command(program, args);
  else {
    const who = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
    await command('setpriv', [...who, program, ...args], { cwd });
  }
}
