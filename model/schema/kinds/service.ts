import { z } from 'zod';
import { dnsLabel, duration, identifier, MAX_TEXT, percentage, text } from '../quantity.ts';
import { shape } from '../shape.ts';
import { commonFields, resources, scale } from './common.ts';

const HTTP = /^(GET|POST|PUT|PATCH|DELETE) \/[A-Za-z0-9\-._~/{}]*$/;

/**
 * One call of an operation. As text: `[10%|3x] TARGET.VERB [OBJECT] [by FIELD]`, e.g. `orders-db.write orders`,
 * `10% payments.refund`, `order-events.publish order-placed`, `catalog-db.subtract products.stock by quantity`.
 * `all` runs calls in parallel; `{ 10%: call }` is conditional; `cached` is a read-through cache.
 */
export type CallSpec =
  | string
  | { all: CallSpec[] }
  | { cached: string; key: string; ttl?: string; hit?: string; calls: CallSpec[] }
  | { [probability: string]: CallSpec };

export const callSpec: z.ZodType<CallSpec> = z
  .lazy(() =>
    z.union([
      z.string().min(1).max(300),
      z.strictObject({ all: z.array(callSpec).min(1).max(100) }),
      z.strictObject({
        cached: dnsLabel(),
        key: identifier(),
        ttl: duration({ title: 'Time to live', description: 'How long an entry is kept.' }).optional(),
        hit: percentage({
          title: 'Hit ratio',
          description: 'Share of look-ups that the cache answers; used by the simulation.',
        }).optional(),
        calls: z.array(callSpec).min(1).max(100),
      }),
      z
        .record(z.string().regex(/^\d{1,3}(\.\d+)?%$/), callSpec)
        .refine((value) => Object.keys(value).length === 1),
    ]),
  )
  .meta({
    id: 'call',
    title: 'Call',
    description:
      'TARGET.VERB [OBJECT[.COLUMN]] [by FIELD], e.g. payments.charge or orders-db.write orders; 10% or 3x in front makes it conditional or repeated. { all: [...] } calls in parallel, { cached: CACHE, key: FIELD, calls: [...] } reads through a cache.',
    examples: [
      'payments.charge',
      'orders-db.write orders',
      'shop-events.publish order-placed',
      '10% payments.refund',
    ],
  });

/** How long an operation computes: a mean, or a distribution around one. */
export const work = z
  .union([
    duration({ title: 'Mean', description: 'Mean computing time.' }),
    z.strictObject({
      mean: duration({ title: 'Mean', description: 'Mean computing time.' }),
      distribution: z.enum(['constant', 'exponential', 'lognormal', 'gamma']).optional(),
      cv: z
        .number()
        .min(0)
        .max(100)
        .meta({ title: 'Coefficient of variation', description: 'Standard deviation over mean.' })
        .optional(),
    }),
  ])
  .meta({
    title: 'Work',
    description: 'CPU time that one call takes.',
    widget: 'duration',
    examples: ['3ms'],
  });

export const operation = z.strictObject({
  description: text({ title: 'Description', description: 'What it does, in a sentence.' }).optional(),
  http: z
    .string()
    .max(200)
    .regex(HTTP, { error: 'a method and a path, such as POST /orders or GET /orders/{orderId}' })
    .meta({ title: 'HTTP', description: 'Method and path that it answers.', examples: ['POST /orders'] })
    .optional(),
  consumes: z
    .string()
    .max(130)
    .regex(/^[a-z][-a-z0-9]* [a-z][-a-z0-9.]*$/, {
      error: 'a queue and a topic, such as order-events order-placed',
    })
    .meta({
      title: 'Consumes',
      description: 'Queue and topic whose messages it handles.',
      examples: ['order-events order-placed'],
    })
    .optional(),
  input: shape
    .meta({
      title: 'Input',
      description: 'Fields it is given: of the path, the query, the body or the message.',
    })
    .optional(),
  output: z
    .union([shape, z.tuple([shape])])
    .meta({ title: 'Output', description: 'Fields it answers with; in brackets for a list.' })
    .optional(),
  work: work.optional(),
  calls: z
    .array(callSpec)
    .max(100)
    .meta({ title: 'Calls', description: 'What it calls, in order.' })
    .optional(),
});

/** A deployable program: described by operations (then it is generated), or existing software by `image` or `build`. */
export const serviceFields = {
  ...commonFields,
  image: z
    .string()
    .min(1)
    .max(500)
    .regex(/^[\w][\w./:@-]*$/, { error: 'an image reference such as ghcr.io/acme/orders:1.4' })
    .meta({
      title: 'Image',
      description: 'Existing container image, instead of generated code.',
      section: 'Image',
    })
    .optional(),
  build: z
    .string()
    .min(1)
    .max(500)
    .regex(/^(?!\/)(?!.*(^|\/)\.\.(\/|$))[\w./ @-]+$/, {
      error: 'a folder inside the output folder, such as ./legacy',
    })
    .meta({
      title: 'Build',
      description: 'Folder of existing source with a Dockerfile, instead of generated code.',
      section: 'Image',
    })
    .optional(),
  port: z
    .int()
    .min(1)
    .max(65535)
    .meta({
      title: 'Port',
      description: 'Port it listens on.',
      widget: 'integer',
      default: 8080,
      section: 'Image',
    })
    .optional(),
  env: z
    .record(
      z
        .string()
        .max(200)
        .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: 'an environment variable name' }),
      z.union([z.string().max(MAX_TEXT), z.number(), z.boolean()]).transform(String),
    )
    .meta({
      title: 'Environment',
      description: 'Environment variables, as they are.',
      widget: 'env',
      section: 'Image',
    })
    .optional(),
  scale: scale.optional(),
  resources: resources.optional(),
  operations: z
    .record(dnsLabel(), operation)
    .meta({
      title: 'Operations',
      description: 'What it does, and whom it calls for that.',
      widget: 'operations',
      section: 'Operations',
    })
    .optional(),
};
export type Operation = z.output<typeof operation>;
