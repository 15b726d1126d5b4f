import { type ArchDocument, callsOf, isBroker, operationsOf, splitPair } from '#model';

/** One place of each sort that a system's metrics come from: what the rules' tests speak of. */
export interface Sites {
  answer?: { service: string; operation: string };
  delivery?: { service: string; operation: string; topic: string };
  publication?: { service: string; queue: string; topic: string };
  call?: { service: string; operation: string; target: string };
  /** What a service keeps or looks something up in. */
  use?: { service: string; resource: string };
}

/** The first of each sort by name, so that the drawing's order does not matter. */
export function sitesOf({ components }: ArchDocument): Sites {
  const sites: Sites = {};
  for (const [service, component] of sorted(components)) {
    for (const [name, operation] of sorted(operationsOf(component))) {
      if (operation.http !== undefined) sites.answer ??= { service, operation: name };
      if (operation.consumes !== undefined) {
        const [, topic] = splitPair(operation.consumes, ' ');
        sites.delivery ??= { service, operation: name, topic };
      }
      for (const { target, verb, object = '' } of callsOf(operation)) {
        const called = components[target];
        if (isBroker(called)) sites.publication ??= { service, queue: target, topic: object };
        else if (called?.kind === 'service') sites.call ??= { service, operation: verb, target };
        else if (called !== undefined && called.kind !== 'external')
          sites.use ??= { service, resource: target };
      }
    }
  }
  return sites;
}

function sorted<T>(map: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}
