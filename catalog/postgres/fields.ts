import { z } from 'zod';
import { type DatabaseComponent, version } from '#model';

export const DEFAULT_VERSION = '17';
export const DEFAULT_STORAGE = '5Gi';
export const DEFAULT_CONNECTIONS = 100;

export const fields = {
  version: version({ description: 'PostgreSQL release.', default: DEFAULT_VERSION }).optional(),
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
};

/** A database that PostgreSQL runs. */
export type PostgresComponent = DatabaseComponent & { version?: string; 'max-connections'?: number };
