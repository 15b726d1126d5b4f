import { unusedRegistry } from '../discovery-rules.ts';
import type { CatalogEntry } from '../entry.ts';
import { type ConsulComponent, DEFAULT_VERSION, fields } from './fields.ts';
import { icon } from './icon.ts';
import { CONSUL_PORT } from './names.ts';

export const consul: CatalogEntry<ConsulComponent> = {
  kind: 'discovery',
  engine: 'consul',
  title: 'Consul',
  summary: 'A registry with health checks: services register themselves and find each other in it.',
  keywords: ['service discovery', 'registry', 'hashicorp', 'health check', 'service catalog'],
  icon,
  fields,
  initial: {},
  baseName: 'consul',
  accepts: [],
  speaks: [],
  port: () => CONSUL_PORT,
  versions: ['1.22', '1.21', '1.20', '1.19', '1.18'],
  rules: [unusedRegistry('consul', 'Consul')],
  subtitle: ({ version = DEFAULT_VERSION }) => `consul ${version}`,
};
