import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, fields, type KafkaComponent } from './fields.ts';
import { icon } from './icon.ts';
import { KAFKA_PORT } from './names.ts';
import { rules } from './rules.ts';

export const kafka: CatalogEntry<KafkaComponent> = {
  kind: 'stream',
  engine: 'kafka',
  title: 'Apache Kafka',
  summary: 'A log of messages: each group of readers goes through it at its own pace, and again if it must.',
  keywords: ['stream', 'broker', 'events', 'messages', 'log', 'topic', 'partition', 'consumer group'],
  icon,
  fields,
  initial: { storage: DEFAULT_STORAGE },
  baseName: 'kafka',
  accepts: ['messaging'],
  speaks: [],
  port: () => KAFKA_PORT,
  verbs: ['publish'],
  versions: ['4.1', '4.0'],
  rules,
  subtitle: ({ version = DEFAULT_VERSION, topics }) => {
    const count = Object.keys(topics ?? {}).length;
    return `kafka ${version}${count === 0 ? '' : count === 1 ? ' · 1 topic' : ` · ${count} topics`}`;
  },
};
