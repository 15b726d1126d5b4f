import type { PlanContext, PlannedContainer } from '../container.ts';
import { gatewayRoutes } from '../gateway-routes.ts';
import { replicasOf, resourcesOf } from '../resources.ts';
import { consumerNames } from './consumers.ts';
import { declarative } from './declarative.ts';
import { DEFAULT_VERSION, type KongComponent } from './fields.ts';
import { credentialKey, PROXY_PORT, STATUS_PORT } from './names.ts';
import { FILLED, startScript } from './start.ts';

/** `kong` in the official images. */
const USER = { uid: 1000, gid: 1000 };
const PREFIX = '/opt/kong-prefix';

/** How Kong runs: without a database, without an admin interface, all that it writes on scratch space. */
export function plan(component: KongComponent, context: PlanContext): PlannedContainer {
  const { name } = context;
  const credentials = consumerNames(component).map((consumer) => {
    const key = credentialKey(name, consumer);
    const what = component.auth === 'jwt' ? 'Signs the tokens' : 'Key';
    return [key, context.secret(key, `${what} of ${consumer} at the gateway ${name}`)] as const;
  });
  // Clear-text HTTP/2 beside HTTP/1.1, which releases know since 3.6.
  const speaksGrpc = gatewayRoutes(component, context).some(({ protocol }) => protocol === 'grpc');
  const status = { type: 'http', path: '/status/ready', port: STATUS_PORT } as const;
  return {
    image: { reference: `kong:${component.version ?? DEFAULT_VERSION}` },
    command: ['/bin/sh', '/etc/kong/start.sh'],
    env: {
      KONG_DATABASE: 'off',
      KONG_DECLARATIVE_CONFIG: FILLED,
      KONG_PREFIX: PREFIX,
      KONG_ADMIN_LISTEN: 'off',
      KONG_ADMIN_GUI_LISTEN: 'off',
      KONG_PROXY_LISTEN: `0.0.0.0:${PROXY_PORT} reuseport${speaksGrpc ? ' http2' : ''}`,
      KONG_STATUS_LISTEN: `0.0.0.0:${STATUS_PORT}`,
      KONG_NGINX_WORKER_PROCESSES: '1',
      KONG_PROXY_ACCESS_LOG: '/dev/stdout',
      KONG_PROXY_ERROR_LOG: '/dev/stderr',
      KONG_STATUS_ACCESS_LOG: 'off',
      KONG_STATUS_ERROR_LOG: '/dev/stderr',
      KONG_ANONYMOUS_REPORTS: 'off',
      KONG_HEADERS: 'latency_tokens',
      // In front of it stands an Ingress or a load balancer, which says who asks.
      KONG_TRUSTED_IPS: '10.0.0.0/8,172.16.0.0/12,192.168.0.0/16',
      KONG_REAL_IP_HEADER: 'X-Forwarded-For',
      KONG_REAL_IP_RECURSIVE: 'on',
      ...Object.fromEntries(credentials),
    },
    ports: [
      { name: 'http', port: PROXY_PORT, appProtocol: 'http' },
      { name: 'status', port: STATUS_PORT, appProtocol: 'http' },
    ],
    volumes: [],
    files: [
      {
        path: `gateways/${name}/kong.yml`,
        mountPath: '/etc/kong/kong.yml',
        content: declarative(component, context),
      },
      {
        path: `gateways/${name}/start.sh`,
        mountPath: '/etc/kong/start.sh',
        content: startScript(credentials.map(([key]) => key)),
      },
    ],
    scratch: [
      { path: '/tmp', sizeMiB: 64, memory: false },
      { path: PREFIX, sizeMiB: 64, memory: false },
      { path: '/run/kong', sizeMiB: 4, memory: true },
    ],
    user: USER,
    readOnlyRoot: true,
    // Ready when the configuration is loaded and valid.
    readiness: status,
    liveness: { type: 'http', path: '/status', port: STATUS_PORT },
    startupSeconds: 60,
    stopSeconds: 30,
    drainSeconds: 5,
    healthCommand: ['kong', 'health', '--prefix', PREFIX],
    healthSeconds: 15,
    resources: resourcesOf(component, { cpu: '100m', memory: '384Mi' }),
    replicas: replicasOf(component),
    metrics: { port: STATUS_PORT, path: '/metrics' },
    exposed: { port: PROXY_PORT, host: component.host },
  };
}
