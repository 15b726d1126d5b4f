import { type ArchDocument, type Component, parsePercentage, parseRate } from '#model';
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
  const gateways = Object.entries(document.components).filter(([, { kind }]) => kind === 'gateway');
  const requests = Object.entries(document.components).flatMap(([service, component]) => {
    if (component.kind !== 'service') return [];
    return operationsOf(service, component, document, called).flatMap((operation): [string, Request][] => {
      const { http, name } = operation;
      if (http === undefined) return [];
      const key = `${service}.${name}`;
      const entrance = entranceOf(service, http.path, gateways);
      return [[key, { key, operation: { ...operation, http }, entrance }]];
    });
  });
  return new Map(requests);
}

function entranceOf(
  service: string,
  path: string,
  gateways: readonly (readonly [string, Component])[],
): string {
  const through = gateways.find(([, gateway]) =>
    Object.entries(gateway.kind === 'gateway' ? (gateway.routes ?? {}) : {}).some(
      ([prefix, target]) => target === service && isUnder(path, prefix),
    ),
  );
  return through?.[0] ?? service;
}

function isUnder(path: string, prefix: string): boolean {
  const folder = prefix.endsWith('/') ? prefix : `${prefix}/`;
  return path === prefix || path.startsWith(folder);
}
