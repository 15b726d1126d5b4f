import { byteSize, type DatabaseComponent, version } from '#model';

/** With all its numbers: Elastic publishes no tags for release lines. */
export const DEFAULT_VERSION = '9.2.0';
export const DEFAULT_STORAGE = '20Gi';
export const DEFAULT_MEMORY = '2Gi';

export const fields = {
  version: version({
    description: 'Elasticsearch release, with all its numbers, e.g. 9.2.0.',
    default: DEFAULT_VERSION,
  }).optional(),
  heap: byteSize({
    title: 'Heap',
    description:
      'Memory of the Java machine; by default half of the memory of the replica, the rest caches files.',
    examples: ['1Gi'],
    section: 'Engine',
  }).optional(),
};

/** A database that Elasticsearch runs. */
export type ElasticsearchComponent = DatabaseComponent & {
  version?: string;
  heap?: string;
};
