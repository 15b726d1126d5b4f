import { type QueueComponent, version } from '#model';

export const DEFAULT_VERSION = '4';
export const DEFAULT_STORAGE = '5Gi';

export const fields = {
  version: version({ description: 'RabbitMQ release.', default: DEFAULT_VERSION }).optional(),
};

/** A message broker that RabbitMQ runs. */
export type RabbitmqComponent = QueueComponent & { version?: string };
