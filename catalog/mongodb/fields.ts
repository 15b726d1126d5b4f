import { byteSize, type DatabaseComponent, version } from '#model';

export const DEFAULT_VERSION = '8.0';
export const DEFAULT_STORAGE = '10Gi';
export const DEFAULT_MEMORY = '1Gi';

export const fields = {
  version: version({ description: 'MongoDB release.', default: DEFAULT_VERSION }).optional(),
  'cache-size': byteSize({
    title: 'Cache',
    description:
      'Memory that the storage engine keeps documents and indexes in; by default half of the memory beyond 1Gi, and 256Mi at least.',
    examples: ['512Mi'],
    section: 'Engine',
  }).optional(),
};

/** A database that MongoDB runs. */
export type MongodbComponent = DatabaseComponent & { version?: string; 'cache-size'?: string };
