import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import type { EurekaComponent } from './fields.ts';
import { EUREKA_PORT } from './names.ts';
import { serverFiles } from './server.ts';

/** Made by the Dockerfile. */
const USER = { uid: 1000, gid: 1000 };

/** How a Eureka server runs: built from a small Spring Boot program, since no image of it is published officially. */
export function plan(component: EurekaComponent, context: PlanContext): PlannedContainer {
  const folder = `discovery/${context.name}`;
  const health = '/actuator/health';
  return {
    image: { build: { context: folder } },
    env: {},
    ports: [{ name: 'http', port: EUREKA_PORT, appProtocol: 'http' }],
    volumes: [],
    files: [],
    unmounted: Object.entries(serverFiles(component)).map(([path, content]) => ({
      path: `${folder}/${path}`,
      content,
    })),
    scratch: [{ path: '/tmp', sizeMiB: 64, memory: false }],
    user: USER,
    readOnlyRoot: true,
    readiness: { type: 'http', path: `${health}/readiness`, port: EUREKA_PORT },
    liveness: { type: 'http', path: `${health}/liveness`, port: EUREKA_PORT },
    startupSeconds: 120,
    stopSeconds: 30,
    healthCommand: ['wget', '-q', '-O', '/dev/null', `http://127.0.0.1:${EUREKA_PORT}${health}/readiness`],
    resources: resourcesOf(component, { cpu: '100m', memory: '512Mi' }),
    replicas: SINGLE_REPLICA,
    metrics: { port: EUREKA_PORT, path: '/actuator/prometheus' },
  };
}
