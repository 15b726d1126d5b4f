import { z } from 'zod';
import { byteSize, duration, identifier, MAX_TEXT } from '../quantity.ts';
import { SCALAR_TYPES, shape } from '../shape.ts';
import { commonFields, resources } from './common.ts';

const scalarValue = z.union([z.string().max(MAX_TEXT), z.number(), z.boolean(), z.null()]);

/** A column: its type, or its type with a default. */
export const column = z.union([
  z.enum(SCALAR_TYPES),
  z.strictObject({ type: z.enum(SCALAR_TYPES), default: scalarValue.optional() }),
]);

export const table = z.strictObject({
  key: identifier().meta({ title: 'Key', description: 'Column that identifies a row.' }),
  columns: z.record(identifier(), column).meta({ title: 'Columns', description: 'Column names and types.' }),
  rows: z
    .array(z.record(identifier(), scalarValue))
    .max(1000)
    .meta({ title: 'Rows', description: 'Rows that the first migration inserts.' })
    .optional(),
});

export const storage = byteSize({
  title: 'Storage',
  description: 'Size of the volume.',
  examples: ['10Gi'],
  section: 'Engine',
});

export const databaseFields = {
  ...commonFields,
  storage: storage.optional(),
  resources: resources.optional(),
  tables: z
    .record(identifier(), table)
    .meta({
      title: 'Tables',
      description: 'Tables, created by generated migrations.',
      widget: 'tables',
      section: 'Tables',
    })
    .optional(),
};

export const cacheFields = { ...commonFields, resources: resources.optional() };

/** Name of a topic. */
const topicName = z
  .string()
  .max(63)
  .regex(/^[a-z][-a-z0-9.]*$/, { error: 'a topic such as order-placed' });

const topicFields = {
  description: z.string().max(MAX_TEXT).optional(),
  payload: shape.meta({ title: 'Payload', description: 'Fields of the message.' }).optional(),
};

const topicsMeta = {
  title: 'Topics',
  description: 'What is published, and its fields.',
  widget: 'map',
  section: 'Topics',
} as const;

/** A broker that hands each message to one reader of every kind, and forgets it then. */
export const queueFields = {
  ...commonFields,
  storage: storage.optional(),
  resources: resources.optional(),
  topics: z.record(topicName, z.strictObject(topicFields).nullable()).meta(topicsMeta).optional(),
};

/** A broker that keeps a log of messages, which each group of readers goes through at its own pace. */
export const streamFields = {
  ...commonFields,
  storage: storage.optional(),
  resources: resources.optional(),
  topics: z
    .record(
      topicName,
      z
        .strictObject({
          ...topicFields,
          partitions: z
            .int()
            .min(1)
            .max(1000)
            .meta({
              title: 'Partitions',
              description: 'Parts that are read in parallel; the order of messages holds within one.',
              widget: 'integer',
              default: 1,
            })
            .optional(),
          retention: duration({
            title: 'Retention',
            description: 'How long messages are kept.',
            examples: ['168h'],
          }).optional(),
        })
        .nullable(),
    )
    .meta(topicsMeta)
    .optional(),
};

/** Keeps files of any size: objects, by bucket and key. */
export const storageFields = {
  ...commonFields,
  storage: storage.optional(),
  resources: resources.optional(),
  buckets: z
    .array(
      z
        .string()
        .min(3)
        .max(63)
        .regex(/^[a-z0-9](?:[-a-z0-9]*[a-z0-9])$/, {
          error: 'a bucket name such as invoices: 3 to 63 small letters, digits and hyphens',
        }),
    )
    .max(100)
    .meta({
      title: 'Buckets',
      description: 'Buckets that are made at the start.',
      widget: 'list',
      section: 'Buckets',
    })
    .optional(),
};

export type Column = z.output<typeof column>;
export type Table = z.output<typeof table>;
