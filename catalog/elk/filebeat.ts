import type { PlanContext, PlannedContainer } from '../container.ts';
import { SINGLE_REPLICA } from '../resources.ts';
import { toYaml } from '../yaml.ts';
import { ELASTIC_IDENTITY } from './elasticsearch.ts';
import { DEFAULT_VERSION, type ElkComponent } from './fields.ts';
import { BEATS_PORT, FILEBEAT_API_PORT, LOG_PORT } from './names.ts';

const CONFIG = '/etc/filebeat/filebeat.yml';
/** The file belongs to whoever generated it: Filebeat would otherwise refuse that in a bind mount. */
const OPTIONS = [
  '--strict.perms=false',
  '-c',
  CONFIG,
  '--path.data',
  '/tmp/data',
  '--path.logs',
  '/tmp/logs',
];

/**
 * How Filebeat runs: services send it their lines over TCP, since reading them from the node's disk would need rights
 * that no pod of a restricted namespace has.
 */
export function filebeat(
  { version = DEFAULT_VERSION }: ElkComponent,
  context: PlanContext,
): PlannedContainer {
  const target = context.companion('logstash');
  return {
    image: { reference: `elastic/filebeat:${version}` },
    command: ['filebeat', '-e', ...OPTIONS],
    env: {},
    ports: [
      { name: 'lines', port: LOG_PORT, appProtocol: 'tcp' },
      { name: 'api', port: FILEBEAT_API_PORT, appProtocol: 'http' },
    ],
    volumes: [],
    files: [
      {
        path: `monitoring/${context.name}/filebeat/filebeat.yml`,
        mountPath: CONFIG,
        content: filebeatYml(target),
      },
    ],
    scratch: [{ path: '/tmp', sizeMiB: 64, memory: false }],
    user: ELASTIC_IDENTITY,
    readOnlyRoot: true,
    readiness: { type: 'http', path: '/', port: FILEBEAT_API_PORT },
    liveness: { type: 'http', path: '/', port: FILEBEAT_API_PORT },
    startupSeconds: 60,
    stopSeconds: 30,
    healthCommand: ['filebeat', 'test', 'output', ...OPTIONS],
    healthSeconds: 30,
    resources: { cpu: '100m', memory: '256Mi' },
    replicas: SINGLE_REPLICA,
    reaches: [{ unit: target, port: BEATS_PORT, protocol: 'beats', startup: true }],
  };
}

/** https://www.elastic.co/guide/en/beats/filebeat/8.19/filebeat-input-tcp.html */
function filebeatYml(logstash: string): string {
  return toYaml({
    'filebeat.inputs': [
      {
        type: 'tcp',
        id: 'services',
        host: `0.0.0.0:${LOG_PORT}`,
        max_message_size: '1MiB',
        // Services keep their connection; a quiet one is not a lost one.
        timeout: '24h',
      },
    ],
    // What waits for Logstash; beyond that services keep, and then leave out, their lines themselves.
    'queue.mem': { events: 8192, 'flush.min_events': 1024, 'flush.timeout': '1s' },
    'output.logstash': { hosts: [`${logstash}:${BEATS_PORT}`], ttl: '60s', pipelining: 0 },
    http: { enabled: true, host: '0.0.0.0', port: FILEBEAT_API_PORT },
    'logging.to_stderr': true,
    'logging.level': 'info',
  });
}
