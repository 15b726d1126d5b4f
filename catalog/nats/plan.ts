import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { DATA_FOLDER, natsConf, PASSWORD_VARIABLE } from './conf.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, type NatsComponent } from './fields.ts';
import { MONITORING_PORT, NATS_PORT, passwordKey } from './names.ts';

/** The image brings no account of its own, and the server needs none. */
const USER = { uid: 1000, gid: 1000 };
const CONFIGURATION = '/etc/nats/server.conf';

/** How NATS runs: one server whose streams are files on a volume. */
export function plan(component: NatsComponent, context: PlanContext): PlannedContainer {
  const { name } = context;
  const password = context.secret(passwordKey(name), `Password of the message broker ${name}`);
  return {
    image: { reference: `nats:${component.version ?? DEFAULT_VERSION}-alpine` },
    command: ['nats-server', '--config', CONFIGURATION],
    // In quotes: the configuration would read a password that begins with a digit as a number.
    env: { [PASSWORD_VARIABLE]: { parts: ['"', password, '"'] } },
    ports: [
      { name: 'nats', port: NATS_PORT, appProtocol: 'tcp' },
      { name: 'monitoring', port: MONITORING_PORT, appProtocol: 'http' },
    ],
    // A new volume takes its permissions from the folder that it covers: of the image's, any user may write to this one.
    volumes: [{ name: 'data', mountPath: DATA_FOLDER, size: component.storage ?? DEFAULT_STORAGE }],
    files: [
      {
        path: `messaging/${name}/server.conf`,
        mountPath: CONFIGURATION,
        content: natsConf(name, component),
      },
    ],
    scratch: [{ path: '/tmp', sizeMiB: 16, memory: true }],
    user: USER,
    readOnlyRoot: true,
    // Says no while streams are being recovered.
    readiness: { type: 'http', path: '/healthz', port: MONITORING_PORT },
    liveness: { type: 'tcp', port: NATS_PORT },
    startupSeconds: 120,
    stopSeconds: 45,
    healthCommand: ['wget', '-q', '-O', '/dev/null', `http://127.0.0.1:${MONITORING_PORT}/healthz`],
    resources: resourcesOf(component, { cpu: '100m', memory: '256Mi' }),
    replicas: SINGLE_REPLICA,
  };
}
