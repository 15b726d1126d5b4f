import type { PlanContext, PlannedContainer } from '../container.ts';
import { resourcesOf, SINGLE_REPLICA } from '../resources.ts';
import { configuration, existingServices } from './configuration.ts';
import { type ConsulComponent, DEFAULT_STORAGE, DEFAULT_VERSION } from './fields.ts';
import { CONSUL_PORT } from './names.ts';

/** `consul` in the official images. */
const USER = { uid: 100, gid: 1000 };
const CONFIGURATION = '/etc/consul/consul.json';

/**
 * How Consul runs: one agent that is server and answers everybody, its data on one volume. The image's own start is
 * passed by: it would change owners, for which it had to be root.
 */
export function plan(component: ConsulComponent, context: PlanContext): PlannedContainer {
  const ready = [
    '/bin/sh',
    '-c',
    `wget -q -O - http://127.0.0.1:${CONSUL_PORT}/v1/status/leader | grep -q :`,
  ];
  return {
    image: { reference: `hashicorp/consul:${component.version ?? DEFAULT_VERSION}` },
    command: ['consul', 'agent', `-config-file=${CONFIGURATION}`],
    env: {},
    ports: [{ name: 'http', port: CONSUL_PORT, appProtocol: 'http' }],
    volumes: [{ name: 'data', mountPath: '/consul/data', size: component.storage ?? DEFAULT_STORAGE }],
    files: [
      {
        path: `discovery/${context.name}/consul.json`,
        mountPath: CONFIGURATION,
        content: configuration(context),
      },
    ],
    scratch: [{ path: '/tmp', sizeMiB: 16, memory: false }],
    user: USER,
    readOnlyRoot: true,
    // A leader is elected, also of one: before that nothing can be registered.
    readiness: { type: 'exec', command: ready },
    liveness: { type: 'tcp', port: CONSUL_PORT },
    startupSeconds: 60,
    stopSeconds: 30,
    healthCommand: ready,
    resources: resourcesOf(component, { cpu: '50m', memory: '128Mi' }),
    replicas: SINGLE_REPLICA,
    // It looks whether software that cannot register itself is there.
    reaches: existingServices(context).map(({ name, port }) => ({
      unit: name,
      port,
      protocol: 'health',
      startup: false,
    })),
  };
}
