import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_MEMORY, DEFAULT_VERSION, fields, type MemcachedComponent } from './fields.ts';
import { icon } from './icon.ts';
import { MEMCACHED_PORT } from './names.ts';
import { onlyCopy } from './rules.ts';

export const memcached: CatalogEntry<MemcachedComponent> = {
  kind: 'cache',
  engine: 'memcached',
  title: 'Memcached',
  summary: 'A plain cache in memory: entries by key that may go at any time, and nothing else.',
  keywords: ['cache', 'key-value', 'memory', 'memcache'],
  icon,
  fields,
  initial: {},
  baseName: 'memcached',
  accepts: ['memcached'],
  speaks: [],
  port: () => MEMCACHED_PORT,
  verbs: ['get', 'set', 'delete'],
  versions: ['1', '1.6'],
  rules: [onlyCopy],
  subtitle: ({ version = DEFAULT_VERSION, resources }) =>
    `memcached ${version} · ${resources?.memory ?? DEFAULT_MEMORY}`,
};
