import { unusedRegistry } from '../discovery-rules.ts';
import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_VERSION, type EurekaComponent, fields } from './fields.ts';
import { icon } from './icon.ts';
import { EUREKA_PORT } from './names.ts';

export const eureka: CatalogEntry<EurekaComponent> = {
  kind: 'discovery',
  engine: 'eureka',
  title: 'Eureka',
  summary: 'The registry of Spring Cloud: services send it signs of life and keep a copy of what it knows.',
  keywords: ['service discovery', 'registry', 'netflix', 'spring cloud', 'java'],
  icon,
  fields,
  initial: {},
  baseName: 'eureka',
  accepts: [],
  speaks: [],
  port: () => EUREKA_PORT,
  versions: ['5.0', '4.3'],
  rules: [unusedRegistry('eureka', 'Eureka')],
  subtitle: ({ version = DEFAULT_VERSION }) => `eureka ${version}`,
};
