import type { ClientComponent } from '#model';
import type { CatalogEntry } from '../entry.ts';
import { icon } from './icon.ts';

/** Where the journeys begin: nothing of it is deployed. */
export const client: CatalogEntry<ClientComponent> = {
  kind: 'client',
  title: 'Client',
  summary: 'People or programs outside who use the system, and the load they put on it.',
  keywords: ['user', 'browser', 'app', 'frontend', 'workload', 'traffic'],
  icon,
  fields: {},
  initial: {},
  baseName: 'client',
  accepts: [],
  speaks: ['rest'],
  subtitle: (component) => component.workload?.rate ?? 'client',
};
