import type { CatalogEntry } from '../entry.ts';
import { DEFAULT_VERSION, fields, type NginxComponent } from './fields.ts';
import { icon } from './icon.ts';
import { HTTP_PORT } from './names.ts';

export const nginx: CatalogEntry<NginxComponent> = {
  kind: 'gateway',
  engine: 'nginx',
  title: 'nginx',
  summary: 'A gateway: the one way in, which routes paths to services, limits and logs.',
  keywords: ['gateway', 'reverse proxy', 'load balancer', 'ingress', 'routes', 'edge'],
  icon,
  fields,
  initial: {},
  baseName: 'gateway',
  accepts: ['rest', 'grpc'],
  speaks: ['rest', 'grpc'],
  port: () => HTTP_PORT,
  versions: ['1.29', '1.28', '1.27', '1.26'],
  subtitle: ({ version = DEFAULT_VERSION, routes }) => {
    const count = Object.keys(routes ?? {}).length;
    return `nginx ${version}${count === 0 ? '' : count === 1 ? ' · 1 route' : ` · ${count} routes`}`;
  },
};
