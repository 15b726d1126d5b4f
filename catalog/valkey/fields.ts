import { version } from '#model';
import { type RedisComponent, fields as redisFields } from '../redis/fields.ts';

export const DEFAULT_VERSION = '8';

/** Those of Redis, from which Valkey descends. */
export const fields = {
  ...redisFields,
  version: version({ description: 'Valkey release.', default: DEFAULT_VERSION }).optional(),
};

/** A cache that Valkey runs. */
export type ValkeyComponent = RedisComponent;
