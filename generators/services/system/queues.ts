import { keyField } from '#catalog';
import {
  type ArchDocument,
  callsOf,
  isBroker,
  parseDuration,
  type Shape,
  type StreamComponent,
} from '#model';
import type { Named, Service } from './names.ts';

/** A queue: what may be published, and who reads it. */
export interface Queue extends Named {
  /** Topic to the message's fields; `undefined`: anything. */
  topics: ReadonlyMap<string, Shape | undefined>;
  subscriptions: readonly { subscription: string; topic: string }[];
  /** Of a stream: what its topics are made with. */
  settings?: Readonly<Record<string, TopicSettings>>;
}

interface TopicSettings {
  partitions?: number;
  retentionMs?: number;
  key?: string;
}

/** Queues with every topic that is declared, published or read. */
export function queuesOf(
  document: ArchDocument,
  names: ReadonlyMap<string, Named>,
  services: readonly Service[],
): Map<string, Queue> {
  const published = publishedTopics(document);
  const queues = Object.entries(document.components).flatMap(([name, component]): [string, Queue][] => {
    const named = names.get(name);
    if (named === undefined || !isBroker(component)) return [];
    const readers = services.flatMap(({ operations }) =>
      operations.flatMap(({ consumes }) => (consumes?.queue === name ? [consumes] : [])),
    );
    const topics = new Map<string, Shape | undefined>();
    for (const [topic, spec] of Object.entries(component.topics ?? {})) topics.set(topic, spec?.payload);
    for (const topic of [...(published.get(name) ?? []), ...readers.map((reader) => reader.topic)]) {
      if (!topics.has(topic)) topics.set(topic, undefined);
    }
    return [
      [
        name,
        {
          ...named,
          topics,
          subscriptions: readers.map(({ subscription, topic }) => ({ subscription, topic })),
          ...(component.kind === 'stream' ? { settings: settingsOf(component, topics) } : {}),
        },
      ],
    ];
  });
  return new Map(queues);
}

function settingsOf(
  component: StreamComponent,
  topics: ReadonlyMap<string, Shape | undefined>,
): Record<string, TopicSettings> {
  const settings = [...topics].map(([topic, payload]): [string, TopicSettings] => {
    const spec = component.topics?.[topic];
    const key = keyField(payload);
    return [
      topic,
      {
        ...(spec?.partitions === undefined ? {} : { partitions: spec.partitions }),
        ...(spec?.retention === undefined ? {} : { retentionMs: parseDuration(spec.retention) }),
        ...(key === undefined ? {} : { key }),
      },
    ];
  });
  return Object.fromEntries(settings);
}

function publishedTopics(document: ArchDocument): Map<string, string[]> {
  const published = new Map<string, string[]>();
  for (const component of Object.values(document.components)) {
    if (component.kind !== 'service') continue;
    for (const operation of Object.values(component.operations ?? {})) {
      for (const { target, verb, object } of callsOf(operation)) {
        if (verb === 'publish' && object !== undefined)
          published.set(target, [...(published.get(target) ?? []), object]);
      }
    }
  }
  return published;
}
