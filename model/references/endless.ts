import { callsOf } from '../calls/list.ts';
import { stronglyConnected } from '../graph/cycles.ts';
import { componentOf } from '../graph/lookup.ts';
import { splitPair } from '../names/pair.ts';
import type { ArchDocument, ServiceComponent } from '../schema/document.ts';
import type { Finding } from '../source/finding.ts';

/** Unconditional calls of one operation: names as `component.operation`. */
interface Always {
  caller: string;
  calls: readonly { component: string; operation: string }[];
}

const known = new WeakMap<ServiceComponent, { name: string; always: readonly Always[] }>();

/**
 * Operations that call each other in a circle without a condition or a cache: no call of them would ever return.
 *
 * @param document the document
 * @returns one finding per circle, at its first operation
 */
export function endlessCalls(document: ArchDocument): Finding[] {
  const graph = new Map<string, string[]>();
  for (const [name, component] of Object.entries(document.components)) {
    if (component.kind !== 'service') continue;
    for (const { caller, calls } of alwaysCalled(name, component)) {
      const operations = calls.filter((call) => componentOf(document, call.component)?.kind === 'service');
      if (operations.length > 0)
        graph.set(
          caller,
          operations.map((call) => call.operation),
        );
    }
  }
  return stronglyConnected(graph).map(finding);
}

function alwaysCalled(name: string, service: ServiceComponent): readonly Always[] {
  const cached = known.get(service);
  if (cached?.name === name) return cached.always;
  const always = Object.entries(service.operations ?? {}).flatMap(([operation, description]) => {
    const sites = callsOf(description).filter(
      (site) => site.probability === 1 && site.cachedIn === undefined,
    );
    const calls = sites.map((site) => ({ component: site.target, operation: `${site.target}.${site.verb}` }));
    return calls.length === 0 ? [] : [{ caller: `${name}.${operation}`, calls }];
  });
  known.set(service, { name, always });
  return always;
}

function finding(circle: readonly string[]): Finding {
  const [first = ''] = circle;
  const [component, operation] = splitPair(first, '.');
  return {
    code: 'reference/endless-calls',
    severity: 'error',
    path: ['components', component, 'operations', operation],
    at: 'key',
    message: `these calls never end: ${[...circle, first].join(' -> ')}`,
    hint: 'break the circle: make a call conditional (10% ...), publish a message instead, or remove one',
  };
}
