import { componentOf } from '../../graph/lookup.ts';
import { isBroker } from '../../graph/roles.ts';
import type { ArchDocument } from '../../schema/document.ts';
import type { LintContext } from '../rule.ts';

/** Who publishes and who consumes a topic. */
export interface TopicUse {
  queue: string;
  topic: string;
  publishers: string[];
  consumers: string[];
  /** The queue lists it under `topics`. */
  declared: boolean;
}

/**
 * Topics of all queues that operations use or queues declare.
 *
 * @param context what is linted
 * @returns in the order of the document; queues that a drawn connection leaves or reaches are left out on that side
 */
export function topicUses({ document, edges }: LintContext): TopicUse[] {
  const uses = new Map<string, TopicUse>();
  for (const [name, component] of Object.entries(document.components)) {
    if (isBroker(component))
      for (const topic of Object.keys(component.topics ?? {})) use(uses, name, topic).declared = true;
  }
  for (const edge of edges) {
    if (edge.synchronous) continue;
    const published = isBroker(componentOf(document, edge.to));
    for (const topic of edge.topics) {
      const entry = published ? use(uses, edge.to, topic) : use(uses, edge.from, topic);
      (published ? entry.publishers : entry.consumers).push(published ? edge.from : edge.to);
    }
  }
  return [...uses.values()];
}

function use(uses: Map<string, TopicUse>, queue: string, topic: string): TopicUse {
  const key = `${queue} ${topic}`;
  const entry = uses.get(key) ?? { queue, topic, publishers: [], consumers: [], declared: false };
  uses.set(key, entry);
  return entry;
}

/** Whether a connection that is only drawn may stand for consumers (`from` the queue) or publishers (`to` it). */
export function isSketched(document: ArchDocument, queue: string, end: 'from' | 'to'): boolean {
  return document.connections.some((connection) => {
    if (connection[end] !== queue) return false;
    const other = componentOf(document, end === 'from' ? connection.to : connection.from);
    return other?.kind !== 'service' || Object.keys(other.operations ?? {}).length === 0;
  });
}
