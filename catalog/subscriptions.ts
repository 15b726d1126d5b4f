import type { ArchDocument, ServiceComponent } from '#model';

/** One reader of a topic, under the name by which the broker keeps its messages. */
export interface TopicReader {
  /** `SERVICE.TOPIC`, or `SERVICE.TOPIC.OPERATION` for further operations on the same topic: each gets every message. */
  subscription: string;
  service: string;
  broker: string;
  topic: string;
}

/**
 * What a service's operations read.
 *
 * @param service its name
 * @returns by operation; operations that read nothing are left out
 */
export function readersOf(service: string, component: ServiceComponent): Map<string, TopicReader> {
  const readers = new Map<string, TopicReader>();
  const taken = new Set<string>();
  for (const [operation, { consumes }] of Object.entries(component.operations ?? {})) {
    if (consumes === undefined) continue;
    const [broker = '', topic = ''] = consumes.split(' ');
    const subscription = taken.has(consumes) ? `${service}.${topic}.${operation}` : `${service}.${topic}`;
    taken.add(consumes);
    readers.set(operation, { subscription, service, broker, topic });
  }
  return readers;
}

const known = new WeakMap<ArchDocument, ReadonlyMap<string, readonly TopicReader[]>>();

/** Everything that is read from a broker, in the order of the document. Worked out once for all brokers. */
export function subscriptionsOf(document: ArchDocument, broker: string): readonly TopicReader[] {
  let byBroker = known.get(document);
  if (byBroker === undefined) {
    byBroker = readersByBroker(document);
    known.set(document, byBroker);
  }
  return byBroker.get(broker) ?? [];
}

function readersByBroker(document: ArchDocument): Map<string, TopicReader[]> {
  const byBroker = new Map<string, TopicReader[]>();
  for (const [name, component] of Object.entries(document.components)) {
    if (component.kind !== 'service') continue;
    for (const reader of readersOf(name, component).values()) {
      const readers = byBroker.get(reader.broker);
      if (readers === undefined) byBroker.set(reader.broker, [reader]);
      else readers.push(reader);
    }
  }
  return byBroker;
}
