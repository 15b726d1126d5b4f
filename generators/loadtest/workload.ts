import { type ArchDocument, parsePercentage, parseRate } from '#model';
import { calledOperations, type Operation, operationsOf } from '../services/system/operations.ts';

/** An operation that can be asked for over HTTP, and where. */
export interface Request {
  /** `SERVICE.OPERATION`. */
  key: string;
  operation: Operation & { http: NonNullable<Operation['http']> };
  /** Component that the request is sent to: a gateway that routes to the service, or the service itself. */
  entrance: string;
}

/** What one client asks for, and how often. */
export interface Workload {
  client: string;
  description?: string;
  arrivals: readonly { request: Request; perSecond: number }[];
  /** Everything else that can be asked for at the same entrances, e.g. to find out what there is. */
  known: readonly Request[];
}

/** Workloads of all clients that say what they ask for. Entries of a mix that no HTTP request leads to are left out. */
export function workloadsOf(document: ArchDocument): Workload[] {
  const requests = requestsOf(document);
  return Object.entries(document.components).flatMap(([client, component]) => {
    if (component.kind !== 'client' || component.workload === undefined) return [];
    const total = parseRate(component.workload.rate);
    const arrivals = Object.entries(component.workload.mix ?? {}).flatMap(([key, share]) => {
      const request = requests.get(key);
      return request === undefined ? [] : [{ request, perSecond: total * parsePercentage(share) }];
    });
    const entrances = new Set(arrivals.map(({ request }) => request.entrance));
    const known = [...requests.values()].filter(({ entrance }) => entrances.has(entrance));
    return arrivals.length === 0 ? [] : [{ client, description: component.description, arrivals, known }];
  });
}

/** Every operation that has a path, by `SERVICE.OPERATION`. */
function requestsOf(document: ArchDocument): Map<string, Request> {
  const called = calledOperations(document);
  const routes = routesByService(document);
  const requests = Object.entries(document.components).flatMap(([service, component]) => {
    if (component.kind !== 'service') return [];
    return operationsOf(service, component, document, called).flatMap((operation): [string, Request][] => {
      const { http, name } = operation;
      if (http === undefined) return [];
      const key = `${service}.${name}`;
      const entrance = entranceOf(service, http.path, routes.get(service) ?? []);
      return [[key, { key, operation: { ...operation, http }, entrance }]];
    });
  });
  return new Map(requests);
}

interface Route {
  gateway: string;
  prefix: string;
}

/** Routes of all gateways, by the service that answers. */
function routesByService({ components }: ArchDocument): Map<string, Route[]> {
  const routes = new Map<string, Route[]>();
  for (const [gateway, component] of Object.entries(components)) {
    if (component.kind !== 'gateway') continue;
    for (const [prefix, service] of Object.entries(component.routes ?? {})) {
      const known = routes.get(service);
      if (known === undefined) routes.set(service, [{ gateway, prefix }]);
      else known.push({ gateway, prefix });
    }
  }
  return routes;
}

function entranceOf(service: string, path: string, routes: readonly Route[]): string {
  return routes.find(({ prefix }) => isUnder(path, prefix))?.gateway ?? service;
}

function isUnder(path: string, prefix: string): boolean {
  const folder = prefix.endsWith('/') ? prefix : `${prefix}/`;
  return path === prefix || path.startsWith(folder);
}
