import { z } from 'zod';
import { byteSize, type DatabaseComponent, version } from '#model';

export const DEFAULT_VERSION = '8.4';
export const DEFAULT_STORAGE = '5Gi';
/** What the server allows where nothing is said. */
export const DEFAULT_CONNECTIONS = 151;

/** Fields that MySQL and MariaDB have in common. */
export const serverFields = {
  'max-connections': z
    .int()
    .min(10)
    .max(10_000)
    .meta({
      title: 'Connections',
      description: 'Most connections at once, over all replicas of all its users.',
      widget: 'integer',
      section: 'Engine',
      default: DEFAULT_CONNECTIONS,
    })
    .optional(),
  'buffer-pool': byteSize({
    title: 'Buffer pool',
    description:
      'Memory that keeps pages of tables and indexes; by default a part of the memory of the replica.',
    examples: ['512Mi'],
    section: 'Engine',
  }).optional(),
};

export const fields = {
  version: version({ description: 'MySQL release.', default: DEFAULT_VERSION }).optional(),
  ...serverFields,
};

/** A database that MySQL, or MariaDB, runs. */
export type MysqlComponent = DatabaseComponent & {
  version?: string;
  'max-connections'?: number;
  'buffer-pool'?: string;
};
