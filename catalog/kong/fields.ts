import { z } from 'zod';
import { dnsLabel, type GatewayComponent, version } from '#model';
import { bodyLimit, corsOrigins, host, rateLimit, timeout } from '../gateway-fields.ts';

export const DEFAULT_VERSION = '3.9';
export const DEFAULT_TIMEOUT = '30s';
export const DEFAULT_BODY_LIMIT = '1Mi';
/** Consumer where none is named, but one is needed. */
export const DEFAULT_CONSUMER = 'client';

export const fields = {
  version: version({ description: 'Kong Gateway release.', default: DEFAULT_VERSION }).optional(),
  host: host.optional(),
  timeout: timeout(DEFAULT_TIMEOUT).optional(),
  'body-limit': bodyLimit(DEFAULT_BODY_LIMIT).optional(),
  'rate-limit': rateLimit('one client address, or one consumer where there are some,').optional(),
  'cors-origins': corsOrigins.optional(),
  auth: z
    .enum(['none', 'jwt', 'key'])
    .meta({
      title: 'Authentication',
      description:
        'What every request has to bring: a token that a consumer has signed (HS256), or the key of a consumer.',
      widget: 'choice',
      section: 'Security',
      default: 'none',
    })
    .optional(),
  consumers: z
    .array(dnsLabel())
    .max(100)
    .meta({
      title: 'Consumers',
      description: 'Who may call, with authentication: each has a credential of its own among the secrets.',
      widget: 'list',
      section: 'Security',
      examples: ['web', 'partner'],
    })
    .optional(),
};

/** A gateway that Kong runs. */
export type KongComponent = GatewayComponent & {
  version?: string;
  host?: string;
  timeout?: string;
  'body-limit'?: string;
  'rate-limit'?: string;
  'cors-origins'?: string[];
  auth?: 'none' | 'jwt' | 'key';
  consumers?: string[];
};
