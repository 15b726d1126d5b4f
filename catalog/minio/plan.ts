import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { DEFAULT_RELEASE, DEFAULT_STORAGE, type MinioComponent } from './fields.ts';
import { passwordKey, S3_PORT, STORAGE_USER } from './names.ts';

const CONSOLE_PORT = 9001;
/** Any unprivileged user does: the volume is given to its group. */
const USER = { uid: 1000, gid: 1000 };
/** The client comes with the image and knows the server on this machine as `local`. */
const HEALTH = ['mc', 'ready', 'local'];

/** How MinIO runs: one node with one volume. */
export function plan(component: MinioComponent, context: PlanContext): PlannedContainer {
  return {
    image: { reference: `minio/minio:${component.release ?? DEFAULT_RELEASE}` },
    args: ['server', '/data', '--console-address', `:${CONSOLE_PORT}`],
    env: {
      MINIO_ROOT_USER: STORAGE_USER,
      MINIO_ROOT_PASSWORD: context.secret(
        passwordKey(context.name),
        `Password of the object storage ${context.name}`,
      ),
      // Who may reach the port is the network policy's business; the metrics hold no data.
      MINIO_PROMETHEUS_AUTH_TYPE: 'public',
      MINIO_UPDATE: 'off',
      MC_CONFIG_DIR: '/tmp/.mc',
    },
    ports: [
      { name: 's', port: S3_PORT, appProtocol: 'http' },
      { name: 'console', port: CONSOLE_PORT, appProtocol: 'http' },
    ],
    volumes: [{ name: 'data', mountPath: '/data', size: component.storage ?? DEFAULT_STORAGE }],
    files: [],
    scratch: [{ path: '/tmp', sizeMiB: 64, memory: false }],
    user: USER,
    readOnlyRoot: true,
    readiness: { type: 'http', path: '/minio/health/ready', port: S3_PORT },
    liveness: { type: 'http', path: '/minio/health/live', port: S3_PORT },
    startupSeconds: 60,
    stopSeconds: 30,
    healthCommand: HEALTH,
    resources: resourcesOf(component, { cpu: '100m', memory: '512Mi' }),
    replicas: SINGLE_REPLICA,
    metrics: { port: S3_PORT, path: '/minio/v2/metrics/cluster' },
  };
}
