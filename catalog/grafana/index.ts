import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_VERSION, fields, type GrafanaComponent } from './fields.ts';
import { icon } from './icon.ts';
import { GRAFANA_PORT } from './names.ts';

export const grafana: CatalogEntry<GrafanaComponent> = {
  kind: 'monitoring',
  engine: 'grafana',
  title: 'Grafana',
  summary: 'Monitoring: shows metrics and logs, with a dashboard for every service and one for the system.',
  keywords: ['dashboards', 'charts', 'metrics', 'logs', 'monitoring', 'observability'],
  icon,
  fields,
  initial: {},
  baseName: 'grafana',
  accepts: [],
  speaks: [],
  port: () => GRAFANA_PORT,
  subtitle: ({ version = DEFAULT_VERSION, host }) =>
    `grafana ${version.split('.', 2).join('.')} · ${host ?? 'dashboards'}`,
};
