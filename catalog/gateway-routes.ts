import { type GatewayComponent, parseDuration } from '#model';
import type { PlanContext } from './container.ts';
import { isExisting } from './service/port.ts';

/** One way through a gateway. */
export interface GatewayRoute {
  /** Prefix: this path and all below it; of gRPC, what the path begins with. */
  path: string;
  service: string;
  host: string;
  port: number;
  /** What the gateway speaks to the service. */
  protocol: 'rest' | 'grpc';
  /** Milliseconds that the service may take; `undefined`: as long as the gateway waits. */
  timeoutMs?: number;
  /** Further attempts; `undefined`: as often as the gateway tries. */
  retries?: number;
}

/** Paths of the services' own that are nobody's business outside, whatever the routes say of `/`. */
export const INTERNAL_PATHS = ['/metrics', '/readyz'];

/**
 * A gateway's routes, and its ways to services that it speaks gRPC to.
 *
 * @returns sorted by path; what is not deployed is left out
 */
export function gatewayRoutes({ routes = {} }: GatewayComponent, context: PlanContext): GatewayRoute[] {
  const connections = context.document.connections.filter(({ from }) => from === context.name);
  const inGrpc = connections.filter(({ protocol }) => protocol === 'grpc');
  const prefixes = Object.entries(routes).map(([path, service]) => {
    const grpc = inGrpc.some(({ to }) => to === service) && isForeign(service, context);
    return { path, service, protocol: grpc ? ('grpc' as const) : ('rest' as const) };
  });
  const packages = inGrpc
    .filter(({ to }) => !isForeign(to, context))
    .map(({ to }) => ({
      path: packagePath(context.document.name, to),
      service: to,
      protocol: 'grpc' as const,
    }));
  return [...prefixes, ...packages]
    .flatMap(({ path, service, protocol }) => {
      const address = context.addressOf(service, protocol);
      const { timeout, retries } =
        connections.find((one) => one.to === service && (one.protocol ?? 'rest') === protocol) ?? {};
      const timeoutMs = timeout === undefined ? undefined : parseDuration(timeout);
      return address === undefined ? [] : [{ path, service, ...address, protocol, timeoutMs, retries }];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Nothing is known of the packages of existing software: its routes are the paths of its gRPC services. */
function isForeign(service: string, { document }: PlanContext): boolean {
  const component = document.components[service];
  return component?.kind === 'service' && isExisting(component);
}

/** What the paths of a generated service's calls begin with: its Protobuf package, whose name the generator makes so. */
function packagePath(system: string, service: string): string {
  return `/${system.replaceAll('-', '_')}.${service.replaceAll('-', '_')}.v1.`;
}
