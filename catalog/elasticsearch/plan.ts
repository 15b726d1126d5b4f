import { parseSize } from '#model';
import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { files, HEALTH, START } from './configuration.ts';
import { DEFAULT_MEMORY, DEFAULT_STORAGE, DEFAULT_VERSION, type ElasticsearchComponent } from './fields.ts';
import { ELASTICSEARCH_PORT, passwordKey } from './names.ts';

const MEBIBYTE = 2 ** 20;
/** The other half caches the files of the indices. */
const HEAP_SHARE = 0.5;
/** `elasticsearch` in the image, and the group that its files belong to. */
const USER = { uid: 1000, gid: 0 };

/** How Elasticsearch runs: one server, its indices on one volume, with an account of the services' own. */
export function plan(component: ElasticsearchComponent, context: PlanContext): PlannedContainer {
  const { name } = context;
  const resources = resourcesOf(component, { cpu: '250m', memory: DEFAULT_MEMORY });
  const heap =
    component.heap === undefined ? parseSize(resources.memory) * HEAP_SHARE : parseSize(component.heap);
  const megabytes = Math.floor(heap / MEBIBYTE);
  return {
    image: {
      reference: `docker.elastic.co/elasticsearch/elasticsearch:${component.version ?? DEFAULT_VERSION}`,
    },
    command: ['bash', '-c', START],
    env: {
      // As large from the start: a heap that grows pauses the server.
      ES_JAVA_OPTS: `-Xms${megabytes}m -Xmx${megabytes}m`,
      APP_PASSWORD: context.secret(passwordKey(name), `Password of the search engine ${name}`),
    },
    ports: [{ name: 'http', port: ELASTICSEARCH_PORT, appProtocol: 'http' }],
    volumes: [
      {
        name: 'data',
        mountPath: '/usr/share/elasticsearch/data',
        size: component.storage ?? DEFAULT_STORAGE,
      },
    ],
    files: Object.entries(files(name)).map(([mountPath, content]) => ({
      path: `databases/${name}/${mountPath.split('/').at(-1)}`,
      mountPath,
      content,
    })),
    scratch: [
      { path: '/tmp', sizeMiB: 256, memory: false },
      // The Java machine's log of its garbage collections.
      { path: '/usr/share/elasticsearch/logs', sizeMiB: 128, memory: false },
    ],
    user: USER,
    readOnlyRoot: true,
    readiness: { type: 'exec', command: HEALTH },
    liveness: { type: 'tcp', port: ELASTICSEARCH_PORT },
    startupSeconds: 300,
    stopSeconds: 60,
    healthCommand: HEALTH,
    healthSeconds: 10,
    resources,
    replicas: SINGLE_REPLICA,
  };
}
