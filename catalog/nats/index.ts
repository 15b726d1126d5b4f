import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, fields, type NatsComponent } from './fields.ts';
import { icon } from './icon.ts';
import { NATS_PORT } from './names.ts';
import { rules } from './rules.ts';

export const nats: CatalogEntry<NatsComponent> = {
  kind: 'queue',
  engine: 'nats',
  title: 'NATS JetStream',
  summary: 'A small, fast message broker that keeps messages until every reader has handled them.',
  keywords: ['queue', 'broker', 'events', 'messages', 'jetstream', 'publish', 'subscribe', 'subject'],
  icon,
  fields,
  initial: { storage: DEFAULT_STORAGE },
  baseName: 'nats',
  accepts: ['messaging'],
  speaks: [],
  port: () => NATS_PORT,
  verbs: ['publish'],
  versions: ['2.12', '2.11', '2.10'],
  rules,
  subtitle: ({ version = DEFAULT_VERSION, topics }) => {
    const count = Object.keys(topics ?? {}).length;
    return `nats ${version}${count === 0 ? '' : count === 1 ? ' · 1 topic' : ` · ${count} topics`}`;
  },
};
