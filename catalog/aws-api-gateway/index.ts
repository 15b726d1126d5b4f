import type { CatalogEntry } from '../entry.ts';
import { HTTP_PORT } from '../nginx/names.ts';
import { type AwsApiGatewayComponent, fields } from './fields.ts';
import { icon } from './icon.ts';
import { rules } from './rules.ts';

export const awsApiGateway: CatalogEntry<AwsApiGatewayComponent> = {
  kind: 'gateway',
  engine: 'aws-api-gateway',
  title: 'AWS API Gateway',
  summary:
    'A managed entrance at AWS: it authenticates and throttles, and reaches the cluster by a VPC link.',
  keywords: ['gateway', 'amazon', 'cloud', 'serverless', 'cloudformation', 'openapi', 'vpc link'],
  icon,
  fields,
  initial: { 'rate-limit': '100/s' },
  baseName: 'gateway',
  accepts: ['rest'],
  speaks: ['rest'],
  port: () => HTTP_PORT,
  versions: ['1.29', '1.28', '1.27', '1.26'],
  rules,
  subtitle: ({ api = 'http', routes }) => {
    const count = Object.keys(routes ?? {}).length;
    const name = api === 'http' ? 'HTTP API' : 'REST API';
    return `${name}${count === 0 ? '' : count === 1 ? ' · 1 route' : ` · ${count} routes`}`;
  },
};
