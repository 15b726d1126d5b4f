import { parseSize } from '#model';
import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { DEFAULT_ENTRY_LIMIT, DEFAULT_MEMORY, DEFAULT_VERSION, type MemcachedComponent } from './fields.ts';
import { MEMCACHED_PORT } from './names.ts';

/** Share of the memory that entries may fill; the rest is for connections and the hash table. */
const DATA_SHARE = 0.75;
const MIB = 2 ** 20;
/** `memcache` in the Alpine images. */
const USER = { uid: 11_211, gid: 11_211 };
/** BusyBox' netcat asks for the version; anything else than an answer is a failure. */
const HEALTH = [
  'sh',
  '-c',
  `printf 'version\\r\\nquit\\r\\n' | nc -w 2 127.0.0.1 ${MEMCACHED_PORT} | grep -q VERSION`,
];

/** How memcached runs: bounded in memory; only who is drawn to it reaches it, since it asks for no password. */
export function plan(component: MemcachedComponent, _context: PlanContext): PlannedContainer {
  const resources = resourcesOf(component, { cpu: '50m', memory: DEFAULT_MEMORY });
  const limit =
    component['memory-limit'] === undefined
      ? parseSize(resources.memory) * DATA_SHARE
      : parseSize(component['memory-limit']);
  const entry = parseSize(component['entry-limit'] ?? DEFAULT_ENTRY_LIMIT);
  return {
    image: { reference: `memcached:${component.version ?? DEFAULT_VERSION}-alpine` },
    args: [
      `--port=${MEMCACHED_PORT}`,
      `--memory-limit=${Math.max(1, Math.floor(limit / MIB))}`,
      `--max-item-size=${Math.max(1024, Math.floor(entry))}`,
      // Datagrams would answer forged senders: a well-known way to flood others.
      '--udp-port=0',
    ],
    env: {},
    ports: [{ name: 'memcached', port: MEMCACHED_PORT, appProtocol: 'tcp' }],
    volumes: [],
    files: [],
    scratch: [{ path: '/tmp', sizeMiB: 16, memory: true }],
    user: USER,
    readOnlyRoot: true,
    readiness: { type: 'tcp', port: MEMCACHED_PORT },
    liveness: { type: 'tcp', port: MEMCACHED_PORT },
    startupSeconds: 30,
    stopSeconds: 10,
    healthCommand: HEALTH,
    resources,
    replicas: SINGLE_REPLICA,
  };
}
