import { parseSize } from '#model';
import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { clusterId } from './cluster-id.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, type KafkaComponent } from './fields.ts';
import { KAFKA_PORT, passwordKey } from './names.ts';
import { DATA_FOLDER, LOGGING, serverProperties } from './properties.ts';
import { PASSWORD_VARIABLE, SETTINGS_FILE, startScript } from './start.ts';

/** `appuser` in the images of Apache Kafka. */
const USER = { uid: 1000, gid: 1000 };
/** Share of the memory for the heap; the rest is for the virtual machine itself and for pages of the logs. */
const HEAP_SHARE = 0.5;
const MIB = 1024 ** 2;
const START = '/etc/kafka/start.sh';
const LOGGING_FILE = '/etc/kafka/log4j2.yaml';

/** How Kafka runs: one node in KRaft mode, without ZooKeeper, whose logs are on a volume. */
export function plan(component: KafkaComponent, context: PlanContext): PlannedContainer {
  const { name, unit, document } = context;
  const resources = resourcesOf(component, { cpu: '250m', memory: '1Gi' });
  const heap = Math.floor((parseSize(resources.memory) * HEAP_SHARE) / MIB);
  const file = (path: string, mountPath: string, content: string) => ({
    path: `messaging/${name}/${path}`,
    mountPath,
    content,
  });
  return {
    image: { reference: `apache/kafka:${component.version ?? DEFAULT_VERSION}` },
    command: ['/bin/sh', START],
    env: {
      [PASSWORD_VARIABLE]: context.secret(passwordKey(name), `Password of the message broker ${name}`),
      KAFKA_HEAP_OPTS: `-Xms${heap}m -Xmx${heap}m`,
      KAFKA_LOG4J_OPTS: `-Dlog4j2.configurationFile=${LOGGING_FILE}`,
      // Instead of Kafka's own, which log garbage collection into a file.
      EXTRA_ARGS: '-name kafkaServer',
      LOG_DIR: '/tmp',
    },
    ports: [{ name: 'kafka', port: KAFKA_PORT, appProtocol: 'tcp' }],
    volumes: [{ name: 'data', mountPath: DATA_FOLDER, size: component.storage ?? DEFAULT_STORAGE }],
    files: [
      file('server.properties', SETTINGS_FILE, serverProperties(unit)),
      file('log4j2.yaml', LOGGING_FILE, LOGGING),
      file('start.sh', START, startScript(clusterId(`${document.name}/${name}`))),
    ],
    scratch: [{ path: '/tmp', sizeMiB: 64, memory: false }],
    user: USER,
    readOnlyRoot: true,
    // The listener opens when the logs are recovered and the node has its role.
    readiness: { type: 'tcp', port: KAFKA_PORT },
    liveness: { type: 'tcp', port: KAFKA_PORT },
    startupSeconds: 180,
    stopSeconds: 60,
    healthCommand: ['nc', '-z', '127.0.0.1', String(KAFKA_PORT)],
    resources,
    replicas: SINGLE_REPLICA,
  };
}
