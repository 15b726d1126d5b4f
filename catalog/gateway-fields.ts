import { z } from 'zod';
import { byteSize, duration, rate } from '#model';

const HOST_NAME = /^([a-z0-9]([-a-z0-9]*[a-z0-9])?\.)*[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
/** An origin (RFC 6454): scheme, host and port, and nothing after them; or any. */
const ORIGIN = /^(\*|https?:\/\/[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:\d{1,5})?)$/;

/** Name by which people outside ask for the gateway. */
export const host = z
  .string()
  .max(253)
  .regex(HOST_NAME, { error: 'a host name such as shop.example.com' })
  .meta({
    title: 'Host',
    description: 'Name by which the Ingress knows it; any name where it is absent.',
    widget: 'text',
    section: 'Routes',
    examples: ['shop.example.com'],
  });

export const timeout = (preset: string) =>
  duration({
    title: 'Timeout',
    description: 'How long a service may take to answer, unless the connection to it says otherwise.',
    examples: [preset],
    section: 'Resilience',
    default: preset,
  });

export const bodyLimit = (preset: string) =>
  byteSize({
    title: 'Body limit',
    description: 'Largest request body; larger ones are refused with 413.',
    examples: [preset],
    section: 'Resilience',
    default: preset,
  });

export const rateLimit = (whose: string) =>
  rate({
    title: 'Rate limit',
    description: `Requests that ${whose} may send; more are refused with 429. Unlimited where it is absent.`,
    examples: ['100/s'],
    section: 'Resilience',
  });

/** Origins whose pages may call. */
export const corsOrigins = z
  .array(z.string().max(300).regex(ORIGIN, { error: 'an origin such as https://shop.example.com, or *' }))
  .max(50)
  .meta({
    title: 'Allowed origins',
    description: 'Origins whose pages may call it from a browser (CORS); none where it is absent, * for any.',
    widget: 'list',
    section: 'Security',
    examples: ['https://shop.example.com'],
  });

/** Methods that pages of other origins may use. */
export const CORS_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** Headers of requests that pages of other origins may set. */
export const CORS_HEADERS = [
  'authorization',
  'content-type',
  'idempotency-key',
  'x-api-key',
  'x-request-id',
] as const;
/** Seconds that a browser may keep the answer to its question. */
export const CORS_MAX_AGE = 3600;
