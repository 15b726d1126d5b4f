import type { GraphEdge } from '../../graph/edges.ts';
import type { LintContext, LintFinding, LintRule } from '../rule.ts';

/** Attempts at the end of a chain, for one request at its start, that are too many. */
const MAX_ATTEMPTS = 9;

/** Chains of calls along which retries multiply. */
export const retryStorm: LintRule = {
  id: 'retry-storm',
  title: 'Retries multiply along a chain',
  severity: 'warning',
  explanation:
    'Retries at every level of a chain multiply: with two retries at each of three levels, one request becomes 27 at the bottom, exactly when that is overloaded. Retry at one level only, the one right above what fails, and let the others pass the failure on.',
  source:
    'Betsy Beyer et al. (eds.), Site Reliability Engineering (O\'Reilly 2016), chapter 22, "Addressing Cascading Failures", section "Retries"',
  check(context) {
    const retried = new Map<string, GraphEdge[]>();
    const reached = new Set<string>();
    for (const edge of context.edges) {
      if (!edge.synchronous || (edge.retries ?? 0) === 0) continue;
      retried.set(edge.from, [...(retried.get(edge.from) ?? []), edge]);
      reached.add(edge.to);
    }
    const worst = worstChains(retried);
    return [...retried.keys()]
      .filter((start) => !reached.has(start))
      .flatMap((start) => findingFor(context, worst(start)));
  },
};

/** @returns for a component, the chain of retried calls from it along which the attempts multiply most */
function worstChains(
  retried: ReadonlyMap<string, readonly GraphEdge[]>,
): (start: string) => readonly GraphEdge[] {
  const known = new Map<string, readonly GraphEdge[]>();
  const worst = (start: string): readonly GraphEdge[] => {
    const found = known.get(start);
    if (found !== undefined) return found;
    known.set(start, []); // a circle is told by another rule
    let chain: readonly GraphEdge[] = [];
    for (const edge of retried.get(start) ?? []) {
      const candidate = [edge, ...worst(edge.to)];
      if (attemptsOf(candidate) > attemptsOf(chain)) chain = candidate;
    }
    known.set(start, chain);
    return chain;
  };
  return worst;
}

function attemptsOf(chain: readonly GraphEdge[]): number {
  return chain.reduce((attempts, edge) => attempts * (1 + (edge.retries ?? 0)), 1);
}

function findingFor({ document }: LintContext, chain: readonly GraphEdge[]): LintFinding[] {
  const [first] = chain;
  const last = chain.at(-1);
  const attempts = attemptsOf(chain);
  if (first === undefined || last === undefined || attempts <= MAX_ATTEMPTS || chain.length < 2) return [];
  const indexOf = (edge: GraphEdge) =>
    document.connections.findIndex(
      (connection) => connection.from === edge.from && connection.to === edge.to,
    );
  const edits = chain
    .slice(0, -1)
    .map((edge) => ({ type: 'set' as const, path: ['connections', indexOf(edge), 'retries'], value: 0 }));
  return [
    {
      path: ['connections', indexOf(first), 'retries'],
      component: first.from,
      message: `one request becomes up to ${attempts} along ${[first.from, ...chain.map((edge) => edge.to)].join(' -> ')}`,
      hint: `retry only the call of ${last.to}`,
      fixes: [{ title: `Retry only the call from ${last.from} to ${last.to}`, edits }],
    },
  ];
}
