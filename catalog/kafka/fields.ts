import { type StreamComponent, version } from '#model';

/** Images of Apache Kafka are named by the whole release only. */
export const DEFAULT_VERSION = '4.1.0';
export const DEFAULT_STORAGE = '10Gi';

export const fields = {
  version: version({ description: 'Apache Kafka release.', default: DEFAULT_VERSION }).optional(),
};

/** A log of messages that Apache Kafka runs. */
export type KafkaComponent = StreamComponent & { version?: string };
