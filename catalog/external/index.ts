import type { ExternalComponent } from '#model';
import type { CatalogEntry } from '../entry.ts';
import { icon } from './icon.ts';

/** Scheme and authority of an http address: all that fits on a card. */
const ORIGIN = /^https?:\/\/([^/?#]+)/;

/** Somebody else's API: called, never deployed. */
export const external: CatalogEntry<ExternalComponent> = {
  kind: 'external',
  title: 'External API',
  summary: "Somebody else's service: it is called over HTTP and never deployed.",
  keywords: ['third party', 'saas', 'api', 'partner', 'webhook'],
  icon,
  fields: {},
  initial: {},
  baseName: 'external',
  accepts: ['rest'],
  speaks: [],
  subtitle: (component) => ORIGIN.exec(component.url ?? '')?.[1] ?? 'external API',
};
