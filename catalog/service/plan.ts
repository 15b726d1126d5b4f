import type { ServiceComponent } from '#model';
import type { PlanContext, PlannedContainer, Probe } from '../container.ts';
import { replicasOf, resourcesOf } from '../resources.ts';
import { GRPC_PORT, isExisting, portOf, SERVICE_PORT } from './port.ts';
import { fetchScript } from './scripts.ts';

/** `node` in the official images; existing software runs as the same, unprivileged user. */
const USER = { uid: 1000, gid: 1000 };
const SCRATCH = [{ path: '/tmp', sizeMiB: 64, memory: false }];

/** How a service runs: generated, or as the existing software that it is. */
export function plan(component: ServiceComponent, context: PlanContext): PlannedContainer {
  return isExisting(component) ? existing(component, context) : generated(component, context);
}

function generated(component: ServiceComponent, context: PlanContext): PlannedContainer {
  const ambient = context.ambient();
  return {
    image: { build: { context: 'services', dockerfile: `apps/${context.unit}/Dockerfile` } },
    env: {
      PORT: String(SERVICE_PORT),
      HOST: '0.0.0.0',
      LOG_LEVEL: 'info',
      ...ambient.environment,
      ...context.connections(),
      ...component.env,
    },
    ports: [
      { name: 'http', port: SERVICE_PORT, appProtocol: 'http' },
      ...(context.spokenTo().includes('grpc')
        ? [{ name: 'grpc', port: GRPC_PORT, appProtocol: 'grpc' as const }]
        : []),
    ],
    reaches: ambient.reaches,
    volumes: [],
    files: [],
    scratch: SCRATCH,
    user: USER,
    readOnlyRoot: true,
    readiness: { type: 'http', path: '/readyz', port: SERVICE_PORT },
    liveness: { type: 'http', path: '/healthz', port: SERVICE_PORT },
    startupSeconds: 60,
    stopSeconds: 30,
    drainSeconds: 5,
    healthCommand: ['node', '-e', fetchScript(`http://127.0.0.1:${SERVICE_PORT}/readyz`)],
    resources: resourcesOf(component, { cpu: '100m', memory: '192Mi' }),
    replicas: replicasOf(component),
    metrics: { port: SERVICE_PORT, path: '/metrics' },
  };
}

/** Nothing is known of the image but its port: it is asked whether that is open, and may write where it likes. */
function existing(component: ServiceComponent, context: PlanContext): PlannedContainer {
  const port = portOf(component);
  const open: Probe = { type: 'tcp', port };
  return {
    image:
      component.image !== undefined
        ? { reference: component.image }
        : { build: { context: (component.build ?? '.').replace(/^(\.\/)+/, '') } },
    env: { ...context.connections(), ...component.env },
    ports: [{ name: 'http', port, appProtocol: 'tcp' }],
    volumes: [],
    files: [],
    scratch: SCRATCH,
    user: USER,
    readOnlyRoot: false,
    readiness: open,
    liveness: open,
    startupSeconds: 120,
    stopSeconds: 30,
    healthCommand: ['sh', '-c', listeningScript(port)],
    resources: resourcesOf(component, { cpu: '100m', memory: '256Mi' }),
    replicas: replicasOf(component),
  };
}

/** Whether something listens (state 0A) on a port, from what every Linux kernel tells: no tool of the image's is needed. */
function listeningScript(port: number): string {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return `grep -qE ':${hex} [0-9A-F]+:0000 0A' /proc/net/tcp /proc/net/tcp6`;
}
