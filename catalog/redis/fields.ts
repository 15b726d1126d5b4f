import { z } from 'zod';
import { byteSize, type CacheComponent, version } from '#model';

export const DEFAULT_VERSION = '8';
export const DEFAULT_MEMORY = '128Mi';
export const DEFAULT_STORAGE = '1Gi';

/** What Redis does when its memory is full. */
export const EVICTION_POLICIES = [
  'allkeys-lru',
  'allkeys-lfu',
  'volatile-lru',
  'volatile-ttl',
  'noeviction',
] as const;
export type EvictionPolicy = (typeof EVICTION_POLICIES)[number];

export const fields = {
  version: version({ description: 'Redis release.', default: DEFAULT_VERSION }).optional(),
  eviction: z
    .enum(EVICTION_POLICIES)
    .meta({
      title: 'Eviction',
      description: 'What goes when the memory is full; noeviction refuses writes instead.',
      widget: 'choice',
      section: 'Engine',
      default: 'allkeys-lru',
    })
    .optional(),
  'memory-limit': byteSize({
    title: 'Memory for data',
    description: 'Memory that entries may fill; by default three quarters of the memory of the replica.',
    examples: ['96Mi'],
    section: 'Engine',
  }).optional(),
  persistence: z
    .boolean()
    .meta({
      title: 'Persistence',
      description: 'Writes every change to a file, so that entries outlive a restart.',
      widget: 'toggle',
      section: 'Engine',
      default: false,
    })
    .optional(),
  storage: byteSize({
    title: 'Storage',
    description: 'Size of the volume, with persistence.',
    examples: ['1Gi'],
    section: 'Engine',
    default: DEFAULT_STORAGE,
  }).optional(),
};

/** A cache that Redis runs. */
export type RedisComponent = CacheComponent & {
  version?: string;
  eviction?: EvictionPolicy;
  'memory-limit'?: string;
  persistence?: boolean;
  storage?: string;
};
