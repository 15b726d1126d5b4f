import { writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { connect } from 'amqplib';
import { DATA_FOLDER, natsConf, PASSWORD_VARIABLE } from '../../catalog/nats/conf.ts';
import { BROKER_USER, MONITORING_PORT, NATS_PORT } from '../../catalog/nats/names.ts';
import * as rabbit from '../../catalog/rabbitmq/start.ts';
import { tryCommand } from '../system/command.ts';
import { freePort } from '../system/free-port.ts';
import { accountOf, findProgram, folderFor, type LiveServer, serve } from './server.ts';

/** Starts memcached. */
export async function startMemcached(server: string): Promise<LiveServer> {
  const account = await accountOf('memcache');
  const folder = await folderFor(account);
  const port = await freePort();
  const args = [
    '-p',
    String(port),
    '-U',
    '0',
    '-l',
    '127.0.0.1',
    ...(account === undefined ? [] : ['-u', 'memcache']),
  ];
  const stop = await serve(server, args, { folder }, () => answers(port));
  return { port, stop };
}

/** Whether something takes connections. */
function answers(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
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

/** Account of the generated configuration; the password looks like a number, which must not mislead the server. */
export const NATS_ACCOUNT = { user: BROKER_USER, pass: '1e5' };

/** Starts NATS with the configuration that is generated, but for its ports and its folder. */
export async function startNats(server: string): Promise<LiveServer & { restart(): Promise<void> }> {
  const folder = await folderFor(undefined);
  const [port, monitoring] = [await freePort(), await freePort()];
  const conf = natsConf('events', { kind: 'queue', engine: 'nats', storage: '1Gi' })
    .replace(`port: ${NATS_PORT}`, `port: ${port}\nhost: 127.0.0.1`)
    .replace(`http_port: ${MONITORING_PORT}`, `http: "127.0.0.1:${monitoring}"`)
    .replace(`"${DATA_FOLDER}"`, JSON.stringify(join(folder, 'data')))
    // Debian's server, 2.9, is older than this setting; the images that are generated for have it.
    .replace(/ *sync_interval: always\n/, '');
  await writeFile(join(folder, 'server.conf'), conf);
  const env = { [PASSWORD_VARIABLE]: `"${NATS_ACCOUNT.pass}"` };
  const start = () =>
    serve(server, ['--config', join(folder, 'server.conf')], { env, folder }, async () => {
      const response = await fetch(`http://127.0.0.1:${monitoring}/healthz`);
      if (!response.ok) throw new Error(await response.text());
    });
  let end = await start();
  return {
    port,
    async restart() {
      await end({ signal: 'SIGKILL', keep: true });
      end = await start();
    },
    stop: () => end(),
  };
}

/** Account of the generated definitions; the password has what JSON and shells would trip over. */
export const RABBIT_ACCOUNT = `${BROKER_USER}:${encodeURIComponent(String.raw`a"b\c $d`)}`;

/**
 * Starts RabbitMQ with the script, configuration and definitions that are generated, but for their folders. Its name
 * service, too, has a port of its own.
 */
export async function startRabbit(
  server: string,
  definitions: object,
): Promise<LiveServer & { restart(): Promise<void> }> {
  const account = await accountOf('rabbitmq');
  const folder = await folderFor(account);
  const [port, names, distribution] = [await freePort(), await freePort(), await freePort()];
  const here = (text: string) =>
    text
      .replaceAll('/tmp/definitions', join(folder, 'completed'))
      .replaceAll('/etc/rabbitmq', folder)
      .replace('docker-entrypoint.sh rabbitmq-server', server);
  await writeFile(join(folder, 'definitions.json'), rabbit.definitionsFile(definitions));
  await writeFile(join(folder, 'rabbitmq.conf'), here(rabbit.CONFIGURATION));
  await writeFile(join(folder, 'start.sh'), here(rabbit.START_SCRIPT));
  const env = {
    HOME: folder,
    [rabbit.PASSWORD_VARIABLE]: decodeURIComponent(RABBIT_ACCOUNT.slice(BROKER_USER.length + 1)),
    ERL_EPMD_PORT: String(names),
    RABBITMQ_NODENAME: `archwright-${port}@localhost`,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_MNESIA_BASE: join(folder, 'data'),
    RABBITMQ_LOG_BASE: join(folder, 'log'),
    RABBITMQ_PID_FILE: join(folder, 'pid'),
    RABBITMQ_CONFIG_FILE: join(folder, 'rabbitmq'),
    RABBITMQ_CONF_ENV_FILE: join(folder, 'none'),
    RABBITMQ_ENABLED_PLUGINS_FILE: join(folder, 'plugins'),
  };
  const start = () =>
    serve('/bin/sh', [join(folder, 'start.sh')], { account, env, folder }, async () => {
      const connection = await connect(`amqp://${RABBIT_ACCOUNT}@127.0.0.1:${port}`);
      await connection.close();
    });
  let end = await start();
  return {
    port,
    async restart() {
      await end({ signal: 'SIGKILL', keep: true });
      end = await start();
    },
    async stop() {
      await end();
      const epmd = findProgram('epmd');
      if (epmd !== undefined) await tryCommand(epmd, ['-port', String(names), '-kill']);
    },
  };
}
