import type { GraphEdge } from '../../graph/edges.ts';
import { componentOf } from '../../graph/lookup.ts';
import { placeOfOperation } from '../../graph/roles.ts';
import type { Path } from '../../problem.ts';
import type { ArchDocument } from '../../schema/document.ts';
import type { LintFinding, LintRule } from '../rule.ts';

/** What the fix writes: long enough for most calls, short enough to be noticed. */
const DEFAULT_TIMEOUT = '1s';

/** Calls of services and external APIs whose connection has no timeout. */
export const missingTimeout: LintRule = {
  id: 'missing-timeout',
  title: 'Call without a timeout',
  severity: 'warning',
  explanation:
    'A call without a timeout waits for as long as the other side likes. When that hangs, every worker of the caller ends up waiting, and the failure spreads to whoever calls the caller. A timeout keeps it where it is.',
  source: 'Michael T. Nygard, Release It! (2nd edition, Pragmatic Bookshelf 2018), chapter 5, "Timeouts"',
  check({ document, edges }) {
    const connections = new Map(
      document.connections.map((connection, index) => [`${connection.from}>${connection.to}`, index]),
    );
    return edges.flatMap((edge) => {
      if (!needsTimeout(document, edge)) return [];
      return [findingFor(document, edge, connections.get(`${edge.from}>${edge.to}`))];
    });
  },
};

function needsTimeout(document: ArchDocument, edge: GraphEdge): boolean {
  const caller = componentOf(document, edge.from)?.kind;
  if (!edge.synchronous || edge.timeout !== undefined || (caller !== 'service' && caller !== 'job'))
    return false;
  const target = componentOf(document, edge.to)?.kind;
  return target === 'service' || target === 'external';
}

function findingFor(document: ArchDocument, edge: GraphEdge, connection: number | undefined): LintFinding {
  const { from, to } = edge;
  const title = `Add a timeout of ${DEFAULT_TIMEOUT}`;
  const edit =
    connection === undefined
      ? { type: 'connect' as const, connection: { from, to, timeout: DEFAULT_TIMEOUT } }
      : { type: 'set' as const, path: ['connections', connection, 'timeout'], value: DEFAULT_TIMEOUT };
  return {
    path: placeOf(document, edge, connection),
    component: from,
    message: `${from} waits for ${to} without a timeout`,
    expected: 'a connection with a timeout',
    fixes: [{ title, edits: [edit] }],
  };
}

function placeOf(document: ArchDocument, edge: GraphEdge, connection: number | undefined): Path {
  if (connection !== undefined) return ['connections', connection];
  const operation = edge.calls[0]?.operation;
  return operation === undefined
    ? ['components', edge.from]
    : [...placeOfOperation(edge.from, componentOf(document, edge.from), operation), 'calls'];
}
