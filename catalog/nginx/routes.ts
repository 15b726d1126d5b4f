import { parseDuration } from '#model';
import type { PlanContext } from '../container.ts';
import type { NginxComponent } from './fields.ts';
import { block, type Directive, statement } from './syntax.ts';

/** Paths of the services' own that are nobody's business outside, whatever the routes say of `/`. */
const INTERNAL = ['/metrics', '/readyz'];

/**
 * Locations of the routed prefixes: `/orders` answers `/orders` and all below it, not `/orders-of-others`.
 *
 * @returns one location for each match, sorted by path; routes to what is not deployed are left out
 */
export function routeLocations(component: NginxComponent, context: PlanContext): Directive[] {
  const routes = Object.entries(component.routes ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const timeouts = timeoutsFrom(context);
  const locations = new Map<string, Directive>();
  const add = (args: readonly string[], directives: Directive[]) => {
    const key = args.join(' ');
    if (!locations.has(key)) locations.set(key, block('location', args, directives));
  };
  // Explicit routes first: `/orders/` beats what `/orders` would say of it.
  for (const pass of ['own', 'below'] as const) {
    for (const [path, service] of routes) {
      const address = context.addressOf(service);
      if (address === undefined) continue;
      const directives = proxyTo(address, timeouts.get(service));
      if (pass === 'below' && !path.endsWith('/')) add(['^~', `${path}/`], directives);
      if (pass === 'own')
        add(path.endsWith('/') ? (path === '/' ? ['/'] : ['^~', path]) : ['=', path], directives);
    }
  }
  for (const path of INTERNAL) add(['=', path], [statement('return', 404)]);
  return [...locations.values()];
}

/**
 * The upstream's name is a variable, so that nginx looks it up again and again: it starts while a service is away, and
 * follows one that comes back with another address.
 */
function proxyTo({ host, port }: { host: string; port: number }, timeout: string | undefined): Directive[] {
  return [
    statement('set', '$upstream', `${host}$cluster_domain`),
    ...(timeout === undefined ? [] : [statement('proxy_read_timeout', milliseconds(timeout))]),
    statement('proxy_pass', `http://$upstream:${port}`),
  ];
}

function timeoutsFrom({ name, document }: PlanContext): Map<string, string> {
  const mine = document.connections.filter((connection) => connection.from === name);
  return new Map(mine.flatMap(({ to, timeout }) => (timeout === undefined ? [] : [[to, timeout] as const])));
}

/** A duration as nginx writes it; nginx knows no microseconds. */
export function milliseconds(duration: string): string {
  return `${Math.max(1, Math.round(parseDuration(duration)))}ms`;
}
