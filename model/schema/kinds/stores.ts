import { z } from 'zod';
import { byteSize, identifier, MAX_TEXT } from '../quantity.ts';
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

export const queueFields = {
  ...commonFields,
  storage: storage.optional(),
  resources: resources.optional(),
  topics: z
    .record(
      z
        .string()
        .max(63)
        .regex(/^[a-z][-a-z0-9.]*$/, { error: 'a topic such as order-placed' }),
      z
        .strictObject({
          description: z.string().max(MAX_TEXT).optional(),
          payload: shape.meta({ title: 'Payload', description: 'Fields of the message.' }).optional(),
        })
        .nullable(),
    )
    .meta({
      title: 'Topics',
      description: 'What is published, and its fields.',
      widget: 'map',
      section: 'Topics',
    })
    .optional(),
};
export type Column = z.output<typeof column>;
export type Table = z.output<typeof table>;
