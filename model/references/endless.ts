import { callsOf } from '../calls/list.ts';
import { stronglyConnected } from '../graph/cycles.ts';
import { componentOf } from '../graph/lookup.ts';
import type { ArchDocument } from '../schema/document.ts';
import type { Finding } from '../source/finding.ts';

/**
 * Operations that call each other in a circle without a condition or a cache: no call of them would ever return.
 *
 * @param document the document
 * @returns one finding per circle, at its first operation
 */
export function endlessCalls(document: ArchDocument): Finding[] {
  const calls = new Map<string, string[]>();
  for (const [name, component] of Object.entries(document.components)) {
    if (component.kind !== 'service') continue;
    for (const [operation, description] of Object.entries(component.operations ?? {})) {
      const targets = callsOf(description).filter(
        (site) => site.probability === 1 && site.cachedIn === undefined && isService(document, site.target),
      );
      if (targets.length > 0)
        calls.set(
          `${name}.${operation}`,
          targets.map((site) => `${site.target}.${site.verb}`),
        );
    }
  }
  return stronglyConnected(calls).map((circle) => {
    const [first = ''] = circle;
    const at = first.indexOf('.');
    const path = ['components', first.slice(0, at), 'operations', first.slice(at + 1)];
    return {
      code: 'reference/endless-calls',
      severity: 'error',
      path,
      at: 'key',
      message: `these calls never end: ${[...circle, first].join(' -> ')}`,
      hint: 'break the circle: make a call conditional (10% ...), publish a message instead, or remove one',
    };
  });
}

function isService(document: ArchDocument, name: string): boolean {
  return componentOf(document, name)?.kind === 'service';
}
