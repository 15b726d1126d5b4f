import type { GraphEdge } from '#model';

/** What stands at an arrow: topics where there are any, else the protocol. */
export function edgeLabel({ protocol, topics }: GraphEdge): string {
  const shown = topics.slice(0, 3).join(', ');
  if (shown === '') return protocol;
  return topics.length > 3 ? `${shown} and ${topics.length - 3} more` : shown;
}
