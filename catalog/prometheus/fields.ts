import { byteSize, duration, type MonitoringComponent, percentage, version } from '#model';

export const DEFAULT_VERSION = '3.5.0';
export const DEFAULT_INTERVAL = '15s';
export const DEFAULT_RETENTION = '360h';
export const DEFAULT_STORAGE = '10Gi';
export const DEFAULT_OBJECTIVE = '99.5%';
export const DEFAULT_LATENCY = '1s';

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
  objective: percentage({
    title: 'Success objective',
    description:
      'Share of the requests of every operation that must not fail; alerts tell when what may fail is used up too fast.',
    examples: ['99.5%'],
    section: 'Alerts',
    default: DEFAULT_OBJECTIVE,
  }).optional(),
  latency: duration({
    title: 'Latency objective',
    description:
      'Time within which 99 of 100 requests must be answered; below 10s, the longest that services measure.',
    examples: ['1s'],
    section: 'Alerts',
    default: DEFAULT_LATENCY,
  }).optional(),
};

/** Monitoring that Prometheus runs. */
export type PrometheusComponent = MonitoringComponent & {
  version?: string;
  interval?: string;
  retention?: string;
  storage?: string;
  objective?: string;
  latency?: string;
};
