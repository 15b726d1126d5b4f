import { type Admin, findErrorBy } from '@platformatic/kafka';

/** What a topic is made with. */
export interface TopicSettings {
  /** Parts that are read in parallel; 1 where nothing is said. */
  readonly partitions?: number;
  /** How long messages are kept, in milliseconds; where nothing is said, as long as the broker keeps any. */
  readonly retentionMs?: number;
  /** Field of the payload whose value keeps messages in order: those with the same value share a partition. */
  readonly key?: string;
}

/** Who reads a topic. */
export interface Binding {
  /** Name of the consumer group, e.g. `shipping.order-placed`. */
  readonly subscription: string;
  readonly topic: string;
}

/** Names are kept apart by the component's, so that several systems can share a cluster. */
export const topicName = (stream: string, topic: string) => `${stream}.${topic}`;
export const deadTopic = (stream: string, subscription: string) => `${stream}.${subscription}.dead`;

/** Dead letters wait for a person: they are not deleted by their age. */
const FOR_EVER = '-1';
/** As many replicas as the broker's own default says. */
const DEFAULT_REPLICAS = -1;

/**
 * Makes the topics, and one for the dead letters of every reader, where they are missing. What is there already stays as
 * it is: another number of partitions would put messages of one key into another partition than those before them.
 */
export async function createTopics(
  admin: Admin,
  stream: string,
  settings: Readonly<Record<string, TopicSettings>>,
  bindings: readonly Binding[],
): Promise<void> {
  const names = new Set([...Object.keys(settings), ...bindings.map(({ topic }) => topic)]);
  for (const topic of names) {
    const { partitions = 1, retentionMs } = settings[topic] ?? {};
    const retention = retentionMs === undefined ? undefined : String(retentionMs);
    await createTopic(admin, topicName(stream, topic), partitions, retention);
  }
  for (const { subscription } of bindings)
    await createTopic(admin, deadTopic(stream, subscription), 1, FOR_EVER);
}

async function createTopic(
  admin: Admin,
  name: string,
  partitions: number,
  retentionMs: string | undefined,
): Promise<void> {
  try {
    await admin.metadata({ topics: [name], autocreateTopics: false, forceUpdate: true });
  } catch (error) {
    if (!isKafkaError(error, 'UNKNOWN_TOPIC_OR_PARTITION')) throw error;
    const configs = [
      { name: 'cleanup.policy', value: 'delete' },
      ...(retentionMs === undefined ? [] : [{ name: 'retention.ms', value: retentionMs }]),
    ];
    await admin
      .createTopics({ topics: [name], partitions, replicas: DEFAULT_REPLICAS, configs })
      .catch((failure: unknown) => {
        // Another service was faster.
        if (!isKafkaError(failure, 'TOPIC_ALREADY_EXISTS')) throw failure;
      });
  }
}

/** Whether the broker answered with this error, by its name in the protocol. */
function isKafkaError(error: unknown, id: string): boolean {
  return (
    error instanceof Error && findErrorBy(error as Parameters<typeof findErrorBy>[0], 'apiId', id) !== null
  );
}
