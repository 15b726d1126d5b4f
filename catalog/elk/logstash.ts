import type { PlanContext, PlannedContainer } from '../container.ts';
import { SINGLE_REPLICA } from '../resources.ts';
import { toYaml } from '../yaml.ts';
import { ELASTIC_IDENTITY, passwordOf } from './elasticsearch.ts';
import { DEFAULT_VERSION, type ElkComponent } from './fields.ts';
import { BEATS_PORT, ELASTIC_PORT, LOGSTASH_API_PORT } from './names.ts';
import { logstashPipeline, WRITER_PASSWORD } from './pipeline.ts';

const HOME = '/usr/share/logstash';
/** Lines wait here while Elasticsearch is away. */
const QUEUE_GI = 2;
const HEALTH = ['curl', '-sSf', '-o', '/dev/null', `http://127.0.0.1:${LOGSTASH_API_PORT}/`];

/** How Logstash runs: it turns lines into documents, and keeps them on disk until Elasticsearch has them. */
export function logstash(
  { version = DEFAULT_VERSION }: ElkComponent,
  context: PlanContext,
): PlannedContainer {
  const { name } = context;
  const host = context.addressOf(name)?.host ?? name;
  const file = (path: string, mountPath: string, content: string) => ({
    path: `monitoring/${name}/logstash/${path}`,
    mountPath: `${HOME}/${mountPath}`,
    content,
  });
  return {
    image: { reference: `logstash:${version}` },
    // Not by the image's own entrance, which wants to write into its configuration.
    command: ['sh', '-c', `mkdir -p ${HOME}/data/tmp && exec logstash`],
    env: {
      // Native parts of the JVM are run from there, which scratch space in memory may forbid.
      LS_JAVA_OPTS: `-Xms384m -Xmx384m -Djava.io.tmpdir=${HOME}/data/tmp`,
      [WRITER_PASSWORD]: passwordOf(context, 'logstash'),
    },
    ports: [
      { name: 'beats', port: BEATS_PORT, appProtocol: 'tcp' },
      { name: 'api', port: LOGSTASH_API_PORT, appProtocol: 'http' },
    ],
    volumes: [{ name: 'queue', mountPath: `${HOME}/data`, size: `${QUEUE_GI + 1}Gi` }],
    files: [
      file('logstash.yml', 'config/logstash.yml', settings()),
      file('pipeline.conf', 'pipeline/logstash.conf', logstashPipeline(host)),
    ],
    scratch: [{ path: '/tmp', sizeMiB: 64, memory: false }],
    user: ELASTIC_IDENTITY,
    readOnlyRoot: true,
    readiness: { type: 'http', path: '/', port: LOGSTASH_API_PORT },
    liveness: { type: 'http', path: '/', port: LOGSTASH_API_PORT },
    startupSeconds: 240,
    stopSeconds: 60,
    healthCommand: HEALTH,
    healthSeconds: 10,
    resources: { cpu: '250m', memory: '1Gi' },
    replicas: SINGLE_REPLICA,
    reaches: [{ unit: name, port: ELASTIC_PORT, protocol: 'http', startup: true }],
  };
}

/** https://www.elastic.co/guide/en/logstash/8.19/logstash-settings-file.html */
function settings(): string {
  return toYaml({
    'api.http.host': '0.0.0.0',
    'api.http.port': LOGSTASH_API_PORT,
    'log.format': 'json',
    'pipeline.ecs_compatibility': 'v8',
    'queue.type': 'persisted',
    'queue.max_bytes': `${QUEUE_GI}gb`,
    'xpack.monitoring.enabled': false,
  });
}
