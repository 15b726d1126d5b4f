import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_VERSION, fields, type KongComponent } from './fields.ts';
import { icon } from './icon.ts';
import { PROXY_PORT } from './names.ts';
import { rules } from './rules.ts';

export const kong: CatalogEntry<KongComponent> = {
  kind: 'gateway',
  engine: 'kong',
  title: 'Kong',
  summary:
    'An API gateway: routes, authenticates, limits and measures, configured by one file without a database.',
  keywords: ['gateway', 'api gateway', 'plugins', 'rate limit', 'authentication', 'ingress'],
  icon,
  fields,
  initial: { 'rate-limit': '100/s' },
  baseName: 'gateway',
  accepts: ['rest', 'grpc'],
  speaks: ['rest', 'grpc'],
  port: () => PROXY_PORT,
  versions: ['3.9', '3.8', '3.7', '3.6'],
  rules,
  subtitle: ({ version = DEFAULT_VERSION, routes, auth = 'none' }) => {
    const count = Object.keys(routes ?? {}).length;
    const parts = [
      `kong ${version}`,
      count === 0 ? '' : count === 1 ? '1 route' : `${count} routes`,
      auth === 'none' ? '' : auth,
    ];
    return parts.filter(Boolean).join(' · ');
  },
};
