import { clientFields, discoveryFields, externalFields, gatewayFields, monitoringFields } from './edges.ts';
import { jobFields } from './job.ts';
import { serviceFields } from './service.ts';
import { cacheFields, databaseFields, queueFields, storageFields, streamFields } from './stores.ts';

/** What a component of each kind may hold, whatever its engine; an engine's catalogue entry adds fields of its own. */
export const KIND_FIELDS = {
  client: clientFields,
  gateway: gatewayFields,
  service: serviceFields,
  job: jobFields,
  database: databaseFields,
  cache: cacheFields,
  queue: queueFields,
  stream: streamFields,
  storage: storageFields,
  discovery: discoveryFields,
  monitoring: monitoringFields,
  external: externalFields,
} as const;

export type Kind = keyof typeof KIND_FIELDS;
export const KINDS = Object.keys(KIND_FIELDS) as Kind[];
