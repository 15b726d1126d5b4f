import { type ArchDocument, componentOf, engineOf, type LintContext, type LintRule } from '#model';
import { keyField } from '../message-key.ts';
import { subscriptionsOf } from '../subscriptions.ts';
import type { KafkaComponent } from './fields.ts';

const idle: LintRule = {
  id: 'kafka-idle-replicas',
  title: 'More readers than partitions',
  severity: 'warning',
  explanation:
    'Within a consumer group a partition is read by one member only. Replicas of a service beyond the number of partitions therefore get nothing, however long the backlog: the service cannot be scaled further than its topic. The number of partitions is chosen when the topic is made, because raising it later puts messages of one key into another partition.',
  source:
    'Gwen Shapira et al., Kafka: The Definitive Guide (2nd edition, O\'Reilly 2021), chapter 4, "Consumers and Consumer Groups"',
  check: (context) =>
    componentsOf(context).flatMap(([name, component]) =>
      subscriptionsOf(context.document, name).flatMap(({ topic, service }) => {
        const replicas = mostReplicas(context.document, service);
        const partitions = component.topics?.[topic]?.partitions ?? 1;
        if (replicas <= partitions) return [];
        const path = ['components', name, 'topics', topic, 'partitions'];
        return [
          {
            path: component.topics?.[topic] === undefined ? ['components', name] : path.slice(0, -1),
            at: 'key' as const,
            message: `${topic} has ${partitions === 1 ? '1 partition' : `${partitions} partitions`}, and ${service} may have ${replicas} replicas that read it`,
            hint: 'the others would get nothing',
            fixes: [
              {
                title: `Give it ${replicas} partitions`,
                edits: [{ type: 'set' as const, path, value: replicas }],
              },
            ],
          },
        ];
      }),
    ),
};

const unordered: LintRule = {
  id: 'kafka-unordered-topic',
  title: 'Partitions without a key',
  severity: 'warning',
  explanation:
    'The order of messages holds within one partition, and messages with the same key share one. Without a field of type id in the payload there is no key: messages about the same thing are spread over the partitions, and a later one may be handled before an earlier one.',
  source:
    'Gwen Shapira et al., Kafka: The Definitive Guide (2nd edition, O\'Reilly 2021), chapter 3, "Partitions"',
  check: (context) =>
    componentsOf(context).flatMap(([name, component]) =>
      Object.entries(component.topics ?? {}).flatMap(([topic, spec]) => {
        if (spec === null || (spec.partitions ?? 1) < 2 || keyField(spec.payload) !== undefined) return [];
        return [
          {
            path: ['components', name, 'topics', topic, 'partitions'],
            message: `${topic} has ${spec.partitions} partitions and no field that tells which messages belong together`,
            hint: 'add a field of type id to its payload, or keep one partition',
          },
        ];
      }),
    ),
};

function componentsOf({ document, vocabulary }: LintContext): [string, KafkaComponent][] {
  return Object.entries(document.components).flatMap(([name, component]): [string, KafkaComponent][] =>
    component.kind === 'stream' && engineOf(component, vocabulary) === 'kafka' ? [[name, component]] : [],
  );
}

function mostReplicas(document: ArchDocument, service: string): number {
  const component = componentOf(document, service);
  if (component?.kind !== 'service') return 1;
  return Math.max(component.scale?.min ?? 1, component.scale?.max ?? 1);
}

/** What goes wrong with Kafka in particular. */
export const rules: readonly LintRule[] = [idle, unordered];
