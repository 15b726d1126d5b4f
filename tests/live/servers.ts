import { join } from 'node:path';
import { connect } from 'amqplib';
import { Client } from 'pg';
import { command, tryCommand } from '../system/command.ts';
import { freePort } from '../system/free-port.ts';
import { accountOf, findProgram, folderFor, type LiveServer, serve } from './server.ts';

/** Starts PostgreSQL with an empty database `postgres` that needs no password. */
export async function startPostgres(server: string): Promise<LiveServer> {
  const account = await accountOf('postgres');
  const folder = await folderFor(account);
  const port = await freePort();
  const data = join(folder, 'data');
  const initdb = join(server, '../initdb');
  const wanted = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync'];
  if (account === undefined) await command(initdb, wanted);
  else
    await command(
      'setpriv',
      [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', initdb, ...wanted],
      { cwd: folder },
    );
  const stop = await serve(
    server,
    ['-D', data, '-p', String(port), '-k', folder, '-h', '127.0.0.1', '-F'],
    { account, folder },
    async () => {
      const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' });
      try {
        await client.connect();
      } finally {
        await client.end();
      }
    },
  );
  return { port, stop };
}

/** Starts Redis without a password. */
export async function startRedis(server: string): Promise<LiveServer> {
  const folder = await folderFor(undefined);
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'no',
  ];
  const stop = await serve(server, args, { folder }, async () => {
    const { output } = await tryCommand('redis-cli', ['-p', String(port), 'ping']);
    if (!output.includes('PONG')) throw new Error(output);
  });
  return { port, stop };
}

/** Starts RabbitMQ with its account `guest`; its name service, too, has a port of its own. */
export async function startRabbit(server: string): Promise<LiveServer> {
  const account = await accountOf('rabbitmq');
  const folder = await folderFor(account);
  const [port, names, distribution] = [await freePort(), await freePort(), await freePort()];
  const env = {
    HOME: folder,
    ERL_EPMD_PORT: String(names),
    RABBITMQ_NODENAME: `archwright-${port}@localhost`,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_MNESIA_BASE: join(folder, 'data'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_PID_FILE: join(folder, 'pid'),
    RABBITMQ_CONFIG_FILE: join(folder, 'none'),
    RABBITMQ_CONF_ENV_FILE: join(folder, 'none'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
  };
  const end = await serve(server, [], { account, env, folder }, async () => {
    const connection = await connect(`amqp://127.0.0.1:${port}`);
    await connection.close();
  });
  const stop = async () => {
    await end();
    const epmd = findProgram('epmd');
    if (epmd !== undefined) await tryCommand(epmd, ['-port', String(names), '-kill']);
  };
  return { port, stop };
}
