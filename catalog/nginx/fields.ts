import { type GatewayComponent, version } from '#model';
import { bodyLimit, corsOrigins, host, rateLimit, timeout } from '../gateway-fields.ts';

export const DEFAULT_VERSION = '1.29';
export const DEFAULT_TIMEOUT = '30s';
export const DEFAULT_BODY_LIMIT = '1Mi';

export const fields = {
  version: version({ description: 'nginx release.', default: DEFAULT_VERSION }).optional(),
  host: host.optional(),
  timeout: timeout(DEFAULT_TIMEOUT).optional(),
  'body-limit': bodyLimit(DEFAULT_BODY_LIMIT).optional(),
  'rate-limit': rateLimit('one client address').optional(),
  'cors-origins': corsOrigins.optional(),
};

/** A gateway that nginx runs. */
export type NginxComponent = GatewayComponent & {
  version?: string;
  host?: string;
  timeout?: string;
  'body-limit'?: string;
  'rate-limit'?: string;
  'cors-origins'?: string[];
};
