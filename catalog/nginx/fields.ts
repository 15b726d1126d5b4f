import { z } from 'zod';
import { byteSize, duration, type GatewayComponent, rate, version } from '#model';

export const DEFAULT_VERSION = '1.29';
export const DEFAULT_TIMEOUT = '30s';
export const DEFAULT_BODY_LIMIT = '1Mi';

const HOST_NAME = /^([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)*[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

export const fields = {
  version: version({ description: 'nginx release.', default: DEFAULT_VERSION }).optional(),
  host: z
    .string()
    .max(253)
    .regex(HOST_NAME, { error: 'a host name such as shop.example.com' })
    .meta({
      title: 'Host',
      description: 'Name by which the Ingress knows it; any name where it is absent.',
      widget: 'text',
      section: 'Routes',
      examples: ['shop.example.com'],
    })
    .optional(),
  timeout: duration({
    title: 'Timeout',
    description: 'How long a service may take to answer, unless the connection to it says otherwise.',
    examples: ['30s'],
    section: 'Resilience',
    default: DEFAULT_TIMEOUT,
  }).optional(),
  'body-limit': byteSize({
    title: 'Body limit',
    description: 'Largest request body; larger ones are refused with 413.',
    examples: ['1Mi'],
    section: 'Resilience',
    default: DEFAULT_BODY_LIMIT,
  }).optional(),
  'rate-limit': rate({
    title: 'Rate limit',
    description:
      'Requests that one client address may send; more are refused with 429. Unlimited where it is absent.',
    examples: ['100/s'],
    section: 'Resilience',
  }).optional(),
};

/** A gateway that nginx runs. */
export type NginxComponent = GatewayComponent & {
  version?: string;
  host?: string;
  timeout?: string;
  'body-limit'?: string;
  'rate-limit'?: string;
};
