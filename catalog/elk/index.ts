import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_RETENTION, DEFAULT_VERSION, type ElkComponent, fields } from './fields.ts';
import { icon } from './icon.ts';
import { ELASTIC_PORT } from './names.ts';

export const elk: CatalogEntry<ElkComponent> = {
  kind: 'monitoring',
  engine: 'elk',
  title: 'Elastic Stack',
  summary: 'Monitoring: collects the logs of every service, keeps them and lets people search them.',
  keywords: ['elk', 'logs', 'logging', 'elasticsearch', 'logstash', 'kibana', 'filebeat', 'search'],
  icon,
  fields,
  initial: {},
  baseName: 'logs',
  accepts: [],
  speaks: [],
  port: () => ELASTIC_PORT,
  subtitle: ({ version = DEFAULT_VERSION, retention = DEFAULT_RETENTION }) =>
    `elastic ${version.split('.', 2).join('.')} · ${retention}`,
};
