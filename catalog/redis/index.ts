import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_MEMORY, DEFAULT_VERSION, fields, type RedisComponent } from './fields.ts';
import { icon } from './icon.ts';
import { REDIS_PORT } from './names.ts';
import { lostSession } from './rules.ts';

export const redis: CatalogEntry<RedisComponent> = {
  kind: 'cache',
  engine: 'redis',
  title: 'Redis',
  summary: 'A fast store in memory: takes load off databases and keeps what may be lost.',
  keywords: ['cache', 'key-value', 'memory', 'session', 'nosql'],
  icon,
  fields,
  initial: {},
  baseName: 'redis',
  accepts: ['redis'],
  speaks: [],
  port: () => REDIS_PORT,
  verbs: ['get', 'set', 'delete'],
  versions: ['8', '8.4', '8.2', '8.0', '7', '7.4', '7.2', '6', '6.2'],
  rules: [lostSession('redis', 'Redis')],
  subtitle: ({ version = DEFAULT_VERSION, resources, persistence }) =>
    `redis ${version} · ${resources?.memory ?? DEFAULT_MEMORY}${persistence === true ? ' · persistent' : ''}`,
};
