import type { PlanContext } from '../container.ts';
import { type GatewayRoute, gatewayRoutes, INTERNAL_PATHS } from '../gateway-routes.ts';
import type { NginxComponent } from './fields.ts';
import { block, type Directive, statement } from './syntax.ts';

/**
 * Locations of the routed prefixes: `/orders` answers `/orders` and all below it, not `/orders-of-others`.
 *
 * @returns one location for each match, sorted by path; routes to what is not deployed are left out
 */
export function routeLocations(component: NginxComponent, context: PlanContext): Directive[] {
  const routes = gatewayRoutes(component, context);
  const locations = new Map<string, Directive>();
  const add = (args: readonly string[], directives: Directive[]) => {
    const key = args.join(' ');
    if (!locations.has(key)) locations.set(key, block('location', args, directives));
  };
  // Explicit routes first: `/orders/` beats what `/orders` would say of it.
  for (const pass of ['own', 'below'] as const) {
    for (const route of routes) {
      const { path, protocol } = route;
      const directives = protocol === 'grpc' ? grpcTo(route) : proxyTo(route);
      // A call's path begins with a package, or a service of one: `/shop.payments.v1.PaymentsService/Charge`.
      const open = path.endsWith('/') || path.endsWith('.');
      if (pass === 'below' && !open) add(['^~', `${path}/`], directives);
      if (pass === 'own') add(open ? (path === '/' ? ['/'] : ['^~', path]) : ['=', path], directives);
    }
  }
  for (const path of INTERNAL_PATHS) add(['=', path], [statement('return', 404)]);
  return [...locations.values()];
}

/**
 * The upstream's name is a variable, so that nginx looks it up again and again: it starts while a service is away, and
 * follows one that comes back with another address.
 */
function proxyTo({ host, port, timeoutMs }: GatewayRoute): Directive[] {
  return [
    statement('set', '$upstream', `${host}$cluster_domain`),
    ...(timeoutMs === undefined ? [] : [statement('proxy_read_timeout', milliseconds(timeoutMs))]),
    statement('proxy_pass', `http://$upstream:${port}`),
  ];
}

function grpcTo({ host, port, timeoutMs }: GatewayRoute): Directive[] {
  return [
    statement('set', '$upstream', `${host}$cluster_domain`),
    ...(timeoutMs === undefined ? [] : [statement('grpc_read_timeout', milliseconds(timeoutMs))]),
    statement('grpc_pass', `grpc://$upstream:${port}`),
  ];
}

/** Milliseconds as nginx writes them; it knows no microseconds. */
export function milliseconds(duration: number): string {
  return `${Math.max(1, Math.round(duration))}ms`;
}
