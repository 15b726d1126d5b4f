import { isBroker, type ParsedCall } from '#model';
import type { Service } from '../system/names.ts';
import { leavesOf } from '../system/operations.ts';
import { isGenerated, type System } from '../system/system.ts';
import { camelCase } from '../text/identifiers.ts';

/** What a service needs, by component's name, in the order of its operations. */
export interface Uses {
  /** Generated services, and the methods called. */
  services: Map<string, Set<string>>;
  /** APIs that Archwright does not write: method name to verb. */
  outside: Map<string, Map<string, string>>;
  databases: Set<string>;
  caches: Set<string>;
  storages: Set<string>;
  /** Queues published to. */
  publishes: Set<string>;
  /** Queues read. */
  consumes: Set<string>;
}

const known = new WeakMap<Service, Uses>();

/** What a service needs. Worked out once: much of what is generated asks for it. */
export function usesOf(service: Service, system: System): Uses {
  let uses = known.get(service);
  if (uses === undefined) {
    uses = collect(service, system);
    known.set(service, uses);
  }
  return uses;
}

function collect(service: Service, system: System): Uses {
  const uses: Uses = {
    services: new Map(),
    outside: new Map(),
    databases: new Set(),
    caches: new Set(),
    storages: new Set(),
    publishes: new Set(),
    consumes: new Set(),
  };
  for (const operation of service.operations) {
    if (operation.consumes !== undefined && system.queues.has(operation.consumes.queue))
      uses.consumes.add(operation.consumes.queue);
    for (const cache of cachesOf(operation.calls)) if (system.names.has(cache)) uses.caches.add(cache);
    for (const { target, verb } of leavesOf(operation.calls)) add(uses, target, verb, system);
  }
  return uses;
}

function add(uses: Uses, target: string, verb: string, system: System): void {
  const component = system.document.components[target];
  if (component === undefined) return;
  const generated: boolean = isGenerated(component);
  if (generated) {
    const operation = system.services.get(target)?.operations.find(({ name }) => name === verb);
    if (operation !== undefined)
      uses.services.set(target, (uses.services.get(target) ?? new Set()).add(operation.method));
  } else if (component.kind === 'service' || component.kind === 'external') {
    uses.outside.set(target, (uses.outside.get(target) ?? new Map()).set(camelCase(verb), verb));
  } else if (component.kind === 'database') uses.databases.add(target);
  else if (component.kind === 'cache') uses.caches.add(target);
  else if (component.kind === 'storage') uses.storages.add(target);
  else if (isBroker(component)) uses.publishes.add(target);
}

/** Read-through caches among the calls. */
function cachesOf(calls: readonly ParsedCall[]): string[] {
  return calls.flatMap((call) => {
    if (call.type === 'call') return [];
    if (call.type === 'chance') return cachesOf([call.call]);
    return [...(call.type === 'cached' ? [call.cache] : []), ...cachesOf(call.calls)];
  });
}
