import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_STORAGE, DEFAULT_VERSION, fields, type RabbitmqComponent } from './fields.ts';
import { icon } from './icon.ts';
import { AMQP_PORT } from './names.ts';
import { rules } from './rules.ts';

export const rabbitmq: CatalogEntry<RabbitmqComponent> = {
  kind: 'queue',
  engine: 'rabbitmq',
  title: 'RabbitMQ',
  summary: 'A message broker: services tell each other what happened without waiting for one another.',
  keywords: ['queue', 'broker', 'events', 'messages', 'amqp', 'publish', 'subscribe', 'topic'],
  icon,
  fields,
  initial: { storage: DEFAULT_STORAGE },
  baseName: 'rabbitmq',
  accepts: ['messaging'],
  speaks: [],
  port: () => AMQP_PORT,
  verbs: ['publish'],
  versions: ['4.2', '4.1', '4.0', '3.13'],
  rules,
  subtitle: ({ version = DEFAULT_VERSION, topics }) => {
    const count = Object.keys(topics ?? {}).length;
    return `rabbitmq ${version}${count === 0 ? '' : count === 1 ? ' · 1 topic' : ` · ${count} topics`}`;
  },
};
