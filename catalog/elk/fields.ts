import { z } from 'zod';
import { byteSize, duration, type MonitoringComponent, version } from '#model';

export const DEFAULT_VERSION = '8.19.4';
export const DEFAULT_STORAGE = '20Gi';
export const DEFAULT_RETENTION = '168h';

export const fields = {
  version: version({
    description: 'Release of Elasticsearch, Logstash, Kibana and Filebeat: they go together.',
    default: DEFAULT_VERSION,
  }).optional(),
  retention: duration({
    title: 'Retention',
    description: 'How long log lines are kept.',
    examples: ['168h'],
    section: 'Engine',
    default: DEFAULT_RETENTION,
  }).optional(),
  storage: byteSize({
    title: 'Storage',
    description: 'Size of the volume for log lines.',
    examples: ['20Gi'],
    section: 'Engine',
    default: DEFAULT_STORAGE,
  }).optional(),
  host: z
    .string()
    .max(253)
    .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/, {
      error: 'a host name such as logs.example.com',
    })
    .meta({
      title: 'Host',
      description:
        'Name under which people outside reach Kibana; where it is absent, only who may forward a port does.',
      widget: 'text',
      section: 'Engine',
      examples: ['logs.example.com'],
    })
    .optional(),
};

/** Monitoring that the Elastic stack runs. */
export type ElkComponent = MonitoringComponent & {
  version?: string;
  retention?: string;
  storage?: string;
  host?: string;
};
