import type { ArchDocument, Operation } from '#model';
import type { GatewayRoute } from '../gateway-routes.ts';
import { isExisting } from '../service/port.ts';

/** A method and path of the API; `ANY` and a greedy `{proxy+}` where it is not known what a service answers. */
export interface ApiOperation {
  method: string;
  path: string;
  id: string;
  service: string;
  summary?: string;
  timeoutMs?: number;
}

const GREEDY = '{proxy+}';

/**
 * What the API offers. Of generated services these are the operations below the routed prefix, and nothing else gets
 * in; of existing software it is everything below it.
 *
 * @param routes sorted by path
 */
export function apiOperations(routes: readonly GatewayRoute[], document: ArchDocument): ApiOperation[] {
  const found = new Map<string, ApiOperation>();
  for (const route of routes) {
    for (const operation of operationsOf(route, routes, document)) {
      // Two templates that differ in their parameters' names only are one path to API Gateway.
      const key = `${operation.method} ${operation.path.replace(/\{[^}+]*\}/g, '{}')}`;
      if (!found.has(key)) found.set(key, operation);
    }
  }
  return [...found.values()].sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
}

function operationsOf(
  route: GatewayRoute,
  routes: readonly GatewayRoute[],
  document: ArchDocument,
): ApiOperation[] {
  const component = document.components[route.service];
  if (component?.kind !== 'service') return [];
  if (isExisting(component)) return everythingBelow(route);
  return Object.entries(component.operations ?? {}).flatMap(
    ([name, { http, description }]: [string, Operation]) => {
      const [method = '', path = ''] = (http ?? '').split(' ');
      if (http === undefined || prefixOf(path, routes) !== route.path) return [];
      return [{ method, path, id: `${route.service}-${name}`, ...commonOf(route, description) }];
    },
  );
}

function everythingBelow(route: GatewayRoute): ApiOperation[] {
  const base = route.path.replace(/\/+$/, '');
  const id = `${route.service}-${base.replace(/[^A-Za-z0-9]+/g, '-')}`;
  const own = { method: 'ANY', path: base === '' ? '/' : base, id, ...commonOf(route) };
  return [own, { method: 'ANY', path: `${base}/${GREEDY}`, id: `${id}-below`, ...commonOf(route) }];
}

function commonOf({ service, timeoutMs }: GatewayRoute, summary?: string) {
  return { service, summary, timeoutMs };
}

/** The longest routed prefix that leads to a path. */
function prefixOf(path: string, routes: readonly GatewayRoute[]): string | undefined {
  return routes
    .map((route) => route.path)
    .filter((prefix) => {
      const base = prefix.replace(/\/+$/, '');
      return path === base || path.startsWith(`${base}/`);
    })
    .sort((a, b) => b.length - a.length)[0];
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
