import { z } from 'zod';
import { byteSize, type MonitoringComponent, version } from '#model';

export const DEFAULT_VERSION = '12.2.0';
export const DEFAULT_STORAGE = '1Gi';

export const fields = {
  version: version({ description: 'Grafana release.', default: DEFAULT_VERSION }).optional(),
  host: z
    .string()
    .max(253)
    .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/, {
      error: 'a host name such as grafana.example.com',
    })
    .meta({
      title: 'Host',
      description:
        'Name under which people outside reach it; where it is absent, only who may forward a port does.',
      widget: 'text',
      section: 'Engine',
      examples: ['grafana.example.com'],
    })
    .optional(),
  storage: byteSize({
    title: 'Storage',
    description: 'Size of the volume for people, preferences and what they add; dashboards come from files.',
    examples: ['1Gi'],
    section: 'Engine',
    default: DEFAULT_STORAGE,
  }).optional(),
};

/** Monitoring that Grafana shows. */
export type GrafanaComponent = MonitoringComponent & { version?: string; host?: string; storage?: string };
