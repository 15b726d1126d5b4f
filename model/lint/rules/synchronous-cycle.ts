import { synchronousGraph } from '../../graph/adjacency.ts';
import { stronglyConnected } from '../../graph/cycles.ts';
import { componentOf } from '../../graph/lookup.ts';
import type { LintContext, LintFinding, LintRule } from '../rule.ts';

/** Services that wait for each other in a circle. */
export const synchronousCycle: LintRule = {
  id: 'synchronous-cycle',
  title: 'Cycle of synchronous calls',
  severity: 'warning',
  explanation:
    'Services that call each other in a circle and wait for the answers can only be released, scaled and understood together. Under load each holds its workers while it waits for the next, and the circle locks up. Turn one of the calls into a message, or move what they share into a service that both call.',
  source:
    'Robert C. Martin, Agile Software Development: Principles, Patterns, and Practices (Prentice Hall 2002), chapter 20, "The Acyclic Dependencies Principle"',
  check(context) {
    return stronglyConnected(synchronousGraph(context.edges)).map((circle) => findingFor(context, circle));
  },
};

function findingFor({ document, edges }: LintContext, circle: readonly string[]): LintFinding {
  const [first = ''] = circle;
  const removable = edges.filter(
    (edge) =>
      edge.origins.length === 1 && edge.origins[0] === 'connection' && follows(circle, edge.from, edge.to),
  );
  const fixes = removable.map(({ from, to }) => ({
    title: `Remove the connection from ${from} to ${to}`,
    edits: [{ type: 'disconnect' as const, from, to }],
  }));
  return {
    path: ['components', first],
    at: 'key',
    message: `${circle.length === 1 ? 'it calls itself' : 'these wait for each other'}: ${[...circle, first].join(' -> ')}`,
    hint:
      componentOf(document, first)?.kind === 'service'
        ? 'publish a message instead of one of the calls'
        : 'remove one of the calls',
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

function follows(circle: readonly string[], from: string, to: string): boolean {
  const index = circle.indexOf(from);
  return index !== -1 && circle[(index + 1) % circle.length] === to;
}
