import { componentOf } from '../../graph/lookup.ts';
import type { LintRule } from '../rule.ts';

/** Callers from which on a service is a critical one. A gateway is, as soon as clients come in by it. */
const MANY_DEPENDENTS = 2;

/** Components of one replica that others wait for, and that could have more. */
export const singlePointOfFailure: LintRule = {
  id: 'single-point-of-failure',
  title: 'Single point of failure',
  severity: 'info',
  explanation:
    'Everything that waits for a component fails while that is restarted, updated or moved to another node, if there is but one replica of it. A second replica, spread over the nodes, takes over at once; nothing that has no state is too dear for that.',
  source:
    'Michael T. Nygard, Release It! (2nd edition, Pragmatic Bookshelf 2018), chapter 4, "Stability Antipatterns"; Kubernetes documentation, "Disruptions"',
  check({ document, edges }) {
    const dependents = new Map<string, Set<string>>();
    for (const { from, to, synchronous } of edges) {
      if (synchronous) dependents.set(to, (dependents.get(to) ?? new Set()).add(from));
    }
    return Object.entries(document.components).flatMap(([name, component]) => {
      if (component.kind !== 'service' && component.kind !== 'gateway') return [];
      const callers = [...(dependents.get(name) ?? [])];
      const entered = callers.some((caller) => componentOf(document, caller)?.kind === 'client');
      const replicas = component.scale?.min ?? 1;
      if (replicas > 1 || (callers.length < MANY_DEPENDENTS && !(entered && component.kind === 'gateway')))
        return [];
      const path = ['components', name, 'scale', 'min'];
      const edits = [
        { type: 'set' as const, path, value: 2 },
        ...(component.scale?.max !== undefined && component.scale.max < 2
          ? [{ type: 'set' as const, path: ['components', name, 'scale', 'max'], value: 2 }]
          : []),
      ];
      return [
        {
          path: ['components', name],
          at: 'key' as const,
          message: `${callers.join(', ')} ${callers.length === 1 ? 'waits' : 'wait'} for the only replica of "${name}"`,
          expected: 'at least two replicas',
          fixes: [{ title: 'Run two replicas', edits }],
        },
      ];
    });
  },
};
