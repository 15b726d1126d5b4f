import { parseSize } from '#model';
import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { DEFAULT_MEMORY, DEFAULT_STORAGE, DEFAULT_VERSION, type RedisComponent } from './fields.ts';
import { passwordKey, REDIS_PORT } from './names.ts';

/** Share of the memory that entries may fill; the rest is for connections, copies on write and fragmentation. */
const DATA_SHARE = 0.75;
/** `redis` in the Alpine images. */
const USER = { uid: 999, gid: 1000 };
/** What differs between Redis and those that descend from it. */
export interface Server {
  /** Image without tag. */
  image: string;
  defaultVersion: string;
  /** Programs of server and client in the image. */
  program: string;
  client: string;
}

const REDIS: Server = {
  image: 'redis',
  defaultVersion: DEFAULT_VERSION,
  program: 'redis-server',
  client: 'redis-cli',
};

export const plan = planOf(REDIS);

/** How a server of the family runs: with a password, bounded memory and, if wanted, an append-only file. */
export function planOf(server: Server) {
  // The client ends with 0 whatever the server answers, also while that loads its data.
  const health = ['sh', '-c', `${server.client} ping | grep -q PONG`];
  return (component: RedisComponent, context: PlanContext): PlannedContainer =>
    container(server, health, component, context);
}

function container(
  server: Server,
  health: readonly string[],
  component: RedisComponent,
  context: PlanContext,
): PlannedContainer {
  const resources = resourcesOf(component, { cpu: '50m', memory: DEFAULT_MEMORY });
  const persistent = component.persistence === true;
  return {
    image: { reference: `${server.image}:${component.version ?? server.defaultVersion}-alpine` },
    command: ['sh', '-c', startScript(server, component, resources.memory)],
    // Also what the client logs in with, Valkey's too, so that health checks need no password on their command line.
    env: {
      REDISCLI_AUTH: context.secret(passwordKey(context.name), `Password of the cache ${context.name}`),
    },
    ports: [{ name: 'redis', port: REDIS_PORT, appProtocol: 'redis' }],
    volumes: persistent
      ? [{ name: 'data', mountPath: '/data', size: component.storage ?? DEFAULT_STORAGE }]
      : [],
    files: [],
    scratch: [
      { path: '/tmp', sizeMiB: 16, memory: true },
      ...(persistent ? [] : [{ path: '/data', sizeMiB: 16, memory: false }]),
    ],
    user: USER,
    readOnlyRoot: true,
    readiness: { type: 'exec', command: health },
    liveness: { type: 'tcp', port: REDIS_PORT },
    startupSeconds: 60,
    stopSeconds: 30,
    healthCommand: health,
    resources,
    replicas: SINGLE_REPLICA,
  };
}

/** The password comes over standard input: on the command line every process list would show it. */
function startScript(server: Server, component: RedisComponent, memory: string): string {
  const limit = component['memory-limit'];
  const bytes =
    limit === undefined ? Math.floor(parseSize(memory) * DATA_SHARE) : Math.floor(parseSize(limit));
  const options = [
    `--maxmemory ${bytes}`,
    `--maxmemory-policy ${component.eviction ?? 'allkeys-lru'}`,
    '--dir /data',
    '--save ""',
    `--appendonly ${component.persistence === true ? 'yes' : 'no'}`,
  ];
  return `exec ${server.program} - ${options.join(' ')} <<CONFIG\nrequirepass $REDISCLI_AUTH\nCONFIG\n`;
}
