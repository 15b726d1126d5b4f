import { z } from 'zod';
import { type GatewayComponent, version } from '#model';
import { bodyLimit, corsOrigins, host, rateLimit, timeout } from '../gateway-fields.ts';

/** Release of the nginx that stands behind the API, or in its place. */
export const DEFAULT_VERSION = '1.29';
export const DEFAULT_BODY_LIMIT = '1Mi';
/** Milliseconds that an integration may take at most: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html. */
export const MOST_MS = { http: 30_000, rest: 29_000 } as const;
export const DEFAULT_TIMEOUT = '29s';
/** Bytes of a request body that API Gateway takes at most. */
export const MOST_BODY = 10 * 2 ** 20;

export const fields = {
  api: z
    .enum(['http', 'rest'])
    .meta({
      title: 'API',
      description:
        'HTTP API: cheaper, faster, with JWT. REST API: with API keys, usage plans and request checks.',
      widget: 'choice',
      section: 'Engine',
      default: 'http',
    })
    .optional(),
  version: version({
    description: 'Release of the nginx that routes behind the API, and stands in for it in Compose.',
    default: DEFAULT_VERSION,
  }).optional(),
  host: host.optional(),
  timeout: timeout(DEFAULT_TIMEOUT).optional(),
  'body-limit': bodyLimit(DEFAULT_BODY_LIMIT).optional(),
  'rate-limit': rateLimit('all clients together').optional(),
  'cors-origins': corsOrigins.optional(),
  auth: z
    .enum(['none', 'jwt', 'key'])
    .meta({
      title: 'Authentication',
      description:
        'What every request has to bring: a token (HTTP API: of any issuer; REST API: of a Cognito user pool) or an API key (REST API).',
      widget: 'choice',
      section: 'Security',
      default: 'none',
    })
    .optional(),
  issuer: z
    .url({ protocol: /^https$/, error: 'an https address such as https://login.example.com' })
    .max(500)
    .meta({
      title: 'Issuer',
      description: 'Who signs the tokens, as their claim `iss` says; with an HTTP API.',
      widget: 'text',
      section: 'Security',
      examples: ['https://login.example.com'],
    })
    .optional(),
  audience: z
    .array(z.string().min(1).max(200))
    .max(50)
    .meta({
      title: 'Audience',
      description: 'Whom tokens have to be meant for, as their claim `aud` says; one of these suffices.',
      widget: 'list',
      section: 'Security',
      examples: ['shop'],
    })
    .optional(),
};

/** A gateway that AWS runs. */
export type AwsApiGatewayComponent = GatewayComponent & {
  api?: 'http' | 'rest';
  version?: string;
  host?: string;
  timeout?: string;
  'body-limit'?: string;
  'rate-limit'?: string;
  'cors-origins'?: string[];
  auth?: 'none' | 'jwt' | 'key';
  issuer?: string;
  audience?: string[];
};
