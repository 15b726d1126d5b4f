import type { DiscoveryComponent } from '#model';
import { namesBesideRegistry } from '../discovery-rules.ts';
import type { CatalogEntry } from '../entry.ts';
import { icon } from './icon.ts';

/** Names of the cluster's own DNS: nothing is deployed, and generated services need nothing to use it. */
export const kubernetes: CatalogEntry<DiscoveryComponent> = {
  kind: 'discovery',
  engine: 'kubernetes',
  title: 'Kubernetes DNS',
  summary: "The cluster's own names: each service answers at its name, and nothing more has to run.",
  keywords: ['service discovery', 'dns', 'coredns', 'cluster', 'name service'],
  icon,
  fields: {},
  initial: {},
  baseName: 'names',
  accepts: [],
  speaks: [],
  rules: [namesBesideRegistry],
  subtitle: () => 'cluster DNS',
};
