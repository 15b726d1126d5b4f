import { clientFields, externalFields, gatewayFields, monitoringFields } from './edges.ts';
import { serviceFields } from './service.ts';
import { cacheFields, databaseFields, queueFields } from './stores.ts';

/** What a component of each kind may hold, whatever its engine; an engine's catalogue entry adds fields of its own. */
export const KIND_FIELDS = {
  client: clientFields,
  gateway: gatewayFields,
  service: serviceFields,
  database: databaseFields,
  cache: cacheFields,
  queue: queueFields,
  monitoring: monitoringFields,
  external: externalFields,
} as const;

export type Kind = keyof typeof KIND_FIELDS;
export const KINDS = Object.keys(KIND_FIELDS) as Kind[];
