import type { PlanContext } from '../container.ts';
import type { GatewayRoute } from '../gateway-routes.ts';
import { isExisting } from '../service/port.ts';

const SECONDS_BETWEEN_CHECKS = 5;
const FAILURES = 3;

/**
 * The replicas of a service, by the one name that they share, with checks that ask (active) and checks that watch
 * what requests come to (passive). Kong finds the addresses behind the name by itself.
 */
export function upstreamOf(
  name: string,
  { service, host, port, protocol }: GatewayRoute,
  context: PlanContext,
): object {
  const component = context.document.components[service];
  const generated = component?.kind === 'service' && !isExisting(component);
  // Generated services say over HTTP whether they are ready; of others it is only known whether their port is open.
  const asks = generated && protocol === 'rest';
  return {
    name,
    algorithm: 'round-robin',
    targets: [{ target: `${host}:${port}`, weight: 100 }],
    healthchecks: {
      active: {
        type: asks ? 'http' : 'tcp',
        ...(asks ? { http_path: '/readyz' } : {}),
        timeout: 2,
        concurrency: 2,
        healthy: {
          interval: SECONDS_BETWEEN_CHECKS,
          successes: 1,
          ...(asks ? { http_statuses: [200] } : {}),
        },
        unhealthy: {
          interval: SECONDS_BETWEEN_CHECKS,
          tcp_failures: FAILURES,
          timeouts: FAILURES,
          http_failures: asks ? FAILURES : 0,
          ...(asks ? { http_statuses: [500, 503] } : {}),
        },
      },
      passive: {
        type: asks ? 'http' : 'tcp',
        healthy: { successes: 0 },
        unhealthy: {
          tcp_failures: FAILURES,
          timeouts: 0,
          http_failures: asks ? FAILURES : 0,
          ...(asks ? { http_statuses: [503] } : {}),
        },
      },
    },
  };
}
