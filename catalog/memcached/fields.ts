import { byteSize, type CacheComponent, version } from '#model';

export const DEFAULT_VERSION = '1.6';
export const DEFAULT_MEMORY = '128Mi';
/** Largest entry that memcached takes unless it is told otherwise. */
export const DEFAULT_ENTRY_LIMIT = '1Mi';

export const fields = {
  version: version({ description: 'Memcached release.', default: DEFAULT_VERSION }).optional(),
  'memory-limit': byteSize({
    title: 'Memory for data',
    description: 'Memory that entries may fill; by default three quarters of the memory of the replica.',
    examples: ['96Mi'],
    section: 'Engine',
  }).optional(),
  'entry-limit': byteSize({
    title: 'Largest entry',
    description: 'Larger entries are refused.',
    examples: ['4Mi'],
    section: 'Engine',
    default: DEFAULT_ENTRY_LIMIT,
  }).optional(),
};

/** A cache that memcached runs. */
export type MemcachedComponent = CacheComponent & {
  version?: string;
  'memory-limit'?: string;
  'entry-limit'?: string;
};
