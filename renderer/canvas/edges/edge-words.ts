import type { GraphEdge } from '#model';

/** Most characters of a topic that a chip shows. */
const MOST_CHARACTERS = 22;

/** What the chip of an edge says: its protocol, or what is published and consumed. */
export function chipText({ protocol, topics }: GraphEdge): string {
  const [first, ...rest] = topics;
  if (first === undefined) return protocol;
  const topic = first.length > MOST_CHARACTERS ? `${first.slice(0, MOST_CHARACTERS - 1)}…` : first;
  return rest.length > 0 ? `${topic} +${rest.length}` : topic;
}

/** An edge in words: for its tooltip and for screen readers. */
export function edgeInWords(edge: GraphEdge, fromKind: string | undefined): string {
  const parts = [`${edge.from} ${verbOf(edge, fromKind)} ${edge.to}${topicsOf(edge)}`];
  if (edge.synchronous) parts.push(`by ${edge.protocol}`);
  if (edge.timeout !== undefined) parts.push(`timeout ${edge.timeout}`);
  if (edge.retries !== undefined) parts.push(`${edge.retries} ${edge.retries === 1 ? 'retry' : 'retries'}`);
  const operations = [...new Set(edge.calls.map(({ operation }) => operation))];
  if (operations.length > 0) parts.push(`in ${operations.join(', ')}`);
  return parts.join(', ');
}

function verbOf(edge: GraphEdge, fromKind: string | undefined): string {
  if (fromKind === 'queue' || fromKind === 'stream') return 'delivers to';
  if (!edge.synchronous) return 'publishes to';
  return fromKind === 'gateway' ? 'routes to' : 'calls';
}

const topicsOf = ({ topics }: GraphEdge) => (topics.length > 0 ? ` (${topics.join(', ')})` : '');
