import type { PlanContext, PlannedContainer } from '../container.ts';
import { replicasOf, resourcesOf } from '../resources.ts';
import { nginxConf } from './conf.ts';
import { DEFAULT_VERSION, type NginxComponent } from './fields.ts';
import { HTTP_PORT } from './names.ts';
import { START_SCRIPT } from './start.ts';

/** `nginx` in the images of nginxinc. */
const USER = { uid: 101, gid: 101 };

/** How an nginx gateway runs: without privileges, on a read-only root, with all it writes in `/tmp`. */
export function plan(component: NginxComponent, context: PlanContext): PlannedContainer {
  const { name } = context;
  const resources = resourcesOf(component, { cpu: '50m', memory: '64Mi' });
  return {
    image: { reference: `nginxinc/nginx-unprivileged:${component.version ?? DEFAULT_VERSION}-alpine` },
    command: ['/bin/sh', '/etc/nginx/start.sh'],
    env: {},
    ports: [{ name: 'http', port: HTTP_PORT, appProtocol: 'http' }],
    volumes: [],
    files: [
      {
        path: `gateways/${name}/nginx.conf`,
        mountPath: '/etc/nginx/nginx.conf',
        content: nginxConf(component, context, resources.cpu),
      },
      { path: `gateways/${name}/start.sh`, mountPath: '/etc/nginx/start.sh', content: START_SCRIPT },
    ],
    scratch: [{ path: '/tmp', sizeMiB: 64, memory: false }],
    user: USER,
    readOnlyRoot: true,
    readiness: { type: 'http', path: '/healthz', port: HTTP_PORT },
    liveness: { type: 'http', path: '/healthz', port: HTTP_PORT },
    startupSeconds: 30,
    stopSeconds: 30,
    drainSeconds: 5,
    healthCommand: ['wget', '-q', '-O', '/dev/null', `http://127.0.0.1:${HTTP_PORT}/healthz`],
    resources,
    replicas: replicasOf(component),
    exposed: { port: HTTP_PORT, host: component.host },
  };
}
