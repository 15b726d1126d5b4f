import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_VERSION, fields, type OpentelemetryComponent } from './fields.ts';
import { icon } from './icon.ts';
import { OTLP_GRPC_PORT, OTLP_HTTP_PORT } from './names.ts';

export const opentelemetry: CatalogEntry<OpentelemetryComponent> = {
  kind: 'monitoring',
  engine: 'opentelemetry',
  title: 'OpenTelemetry',
  summary: 'Monitoring: takes in the traces of every service and sends them on to a backend of your choice.',
  keywords: ['traces', 'tracing', 'otlp', 'collector', 'observability', 'telemetry', 'spans'],
  icon,
  fields,
  initial: {},
  baseName: 'telemetry',
  accepts: [],
  speaks: [],
  port: (_component, protocol) => (protocol === 'grpc' ? OTLP_GRPC_PORT : OTLP_HTTP_PORT),
  subtitle: ({ version = DEFAULT_VERSION, endpoint }) =>
    `otlp ${version.split('.', 2).join('.')} · ${endpoint === undefined ? 'to its log' : hostOf(endpoint)}`,
};

function hostOf(url: string): string {
  return /^https?:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1] ?? url;
}
