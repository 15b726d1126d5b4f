import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { subscriptionsOf } from '../subscriptions.ts';
import { alerts } from './alerts.ts';
import { definitionsOf } from './definitions.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, type RabbitmqComponent } from './fields.ts';
import { AMQP_PORT, passwordKey } from './names.ts';
import {
  CONFIGURATION,
  DEFINITIONS_FILE,
  definitionsFile,
  PASSWORD_VARIABLE,
  START_SCRIPT,
} from './start.ts';

/** Port of the plugin rabbitmq_prometheus, which the image has switched on. */
const METRICS_PORT = 15692;
/** `rabbitmq` in the Alpine images. */
const USER = { uid: 100, gid: 101 };
/** Starts a second Erlang machine, so it must not run often. */
const HEALTH = ['rabbitmq-diagnostics', '--quiet', 'check_port_connectivity'];

/** How RabbitMQ runs: one node whose name does not depend on the machine's, so that its data are found again. */
export function plan(component: RabbitmqComponent, context: PlanContext): PlannedContainer {
  const { name, document } = context;
  const definitions = definitionsOf(name, subscriptionsOf(document, name));
  const file = (path: string, mountPath: string, content: string) => ({
    path: `messaging/${name}/${path}`,
    mountPath,
    content,
  });
  return {
    image: { reference: `rabbitmq:${component.version ?? DEFAULT_VERSION}-management-alpine` },
    command: ['/bin/sh', '/etc/rabbitmq/start.sh'],
    env: {
      [PASSWORD_VARIABLE]: context.secret(passwordKey(name), `Password of the message broker ${name}`),
      RABBITMQ_NODENAME: 'rabbit@localhost',
      // Erlang wants its cookie readable by its owner only; on a volume, Kubernetes would open it to the group.
      HOME: '/tmp',
    },
    ports: [
      { name: 'amqp', port: AMQP_PORT, appProtocol: 'amqp' },
      { name: 'metrics', port: METRICS_PORT, appProtocol: 'http' },
    ],
    volumes: [{ name: 'data', mountPath: '/var/lib/rabbitmq', size: component.storage ?? DEFAULT_STORAGE }],
    files: [
      file('definitions.json', DEFINITIONS_FILE, definitionsFile(definitions)),
      file('definitions.conf', '/etc/rabbitmq/conf.d/30-definitions.conf', CONFIGURATION),
      file('start.sh', '/etc/rabbitmq/start.sh', START_SCRIPT),
    ],
    scratch: [{ path: '/tmp', sizeMiB: 64, memory: true }],
    user: USER,
    readOnlyRoot: true,
    // The listener opens last: after the queues are recovered and the accounts are there.
    readiness: { type: 'tcp', port: AMQP_PORT },
    liveness: { type: 'tcp', port: AMQP_PORT },
    startupSeconds: 180,
    stopSeconds: 60,
    healthCommand: HEALTH,
    healthSeconds: 10,
    resources: resourcesOf(component, { cpu: '100m', memory: '512Mi' }),
    replicas: SINGLE_REPLICA,
    metrics: { port: METRICS_PORT, path: '/metrics', alerts },
  };
}
