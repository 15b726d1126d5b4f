import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_INTERVAL, DEFAULT_VERSION, fields, type PrometheusComponent } from './fields.ts';
import { icon } from './icon.ts';
import { PROMETHEUS_PORT } from './names.ts';

export const prometheus: CatalogEntry<PrometheusComponent> = {
  kind: 'monitoring',
  engine: 'prometheus',
  title: 'Prometheus',
  summary: 'Monitoring: reads the metrics of every service, keeps them and raises alerts.',
  keywords: ['metrics', 'monitoring', 'alerts', 'observability', 'time series'],
  icon,
  fields,
  initial: {},
  baseName: 'prometheus',
  accepts: [],
  speaks: ['scrape'],
  port: () => PROMETHEUS_PORT,
  subtitle: ({ version = DEFAULT_VERSION, interval = DEFAULT_INTERVAL }) =>
    `prometheus ${version.split('.', 2).join('.')} · ${interval}`,
};
