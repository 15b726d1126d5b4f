import { byteSize, type QueueComponent, version } from '#model';

export const DEFAULT_VERSION = '2';
export const DEFAULT_STORAGE = '5Gi';
/** What NATS itself takes as a message's limit where nothing is said. */
export const DEFAULT_MAX_PAYLOAD = '1Mi';

export const fields = {
  version: version({ description: 'NATS server release.', default: DEFAULT_VERSION }).optional(),
  'max-payload': byteSize({
    title: 'Largest message',
    description: 'Bytes that one message may hold; larger ones are refused.',
    examples: ['2Mi'],
    section: 'Engine',
    default: DEFAULT_MAX_PAYLOAD,
  }).optional(),
};

/** A message broker that NATS runs, with its messages kept by JetStream. */
export type NatsComponent = QueueComponent & { version?: string; 'max-payload'?: string };
