import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_MEMORY } from '../redis/fields.ts';
import { REDIS_PORT } from '../redis/names.ts';
import { lostSession } from '../redis/rules.ts';
import { DEFAULT_VERSION, fields, type ValkeyComponent } from './fields.ts';
import { icon } from './icon.ts';

export const valkey: CatalogEntry<ValkeyComponent> = {
  kind: 'cache',
  engine: 'valkey',
  title: 'Valkey',
  summary: 'A fast store in memory that speaks as Redis does, under a free licence.',
  keywords: ['cache', 'key-value', 'memory', 'redis', 'session', 'nosql'],
  icon,
  fields,
  initial: {},
  baseName: 'valkey',
  accepts: ['redis'],
  speaks: [],
  port: () => REDIS_PORT,
  verbs: ['get', 'set', 'delete'],
  versions: ['9', '9.0', '8', '8.1', '8.0', '7', '7.2'],
  rules: [lostSession('valkey', 'Valkey')],
  subtitle: ({ version = DEFAULT_VERSION, resources, persistence }) =>
    `valkey ${version} · ${resources?.memory ?? DEFAULT_MEMORY}${persistence === true ? ' · persistent' : ''}`,
};
