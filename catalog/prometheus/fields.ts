import { byteSize, duration, type MonitoringComponent, version } from '#model';

export const DEFAULT_VERSION = '3.5.0';
export const DEFAULT_INTERVAL = '15s';
export const DEFAULT_RETENTION = '360h';
export const DEFAULT_STORAGE = '10Gi';

export const fields = {
  version: version({ description: 'Prometheus release.', default: DEFAULT_VERSION }).optional(),
  interval: duration({
    title: 'Interval',
    description: 'Time between two readings of every metric.',
    examples: ['15s'],
    section: 'Engine',
    default: DEFAULT_INTERVAL,
  }).optional(),
  retention: duration({
    title: 'Retention',
    description: 'How long readings are kept.',
    examples: ['360h'],
    section: 'Engine',
    default: DEFAULT_RETENTION,
  }).optional(),
  storage: byteSize({
    title: 'Storage',
    description: 'Size of the volume.',
    examples: ['10Gi'],
    section: 'Engine',
    default: DEFAULT_STORAGE,
  }).optional(),
};

/** Monitoring that Prometheus runs. */
export type PrometheusComponent = MonitoringComponent & {
  version?: string;
  interval?: string;
  retention?: string;
  storage?: string;
};
