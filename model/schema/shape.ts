import { z } from 'zod';
import { identifier } from './quantity.ts';

/** Scalar types of messages, tables and bodies. `id` is a string the system makes up (a UUID) when it is absent. */
export const SCALAR_TYPES = ['id', 'string', 'integer', 'number', 'boolean', 'timestamp'] as const;
export type ScalarType = (typeof SCALAR_TYPES)[number];

/** A field's type: a scalar, a scalar list (`string[]`), a nested shape, or a list of one nested shape. */
export type FieldType = ScalarType | `${ScalarType}[]` | Shape | [Shape];
/** Named fields of a request, response, message or document. */
export interface Shape {
  [field: string]: FieldType;
}

const FIELD_TYPE = `one of ${SCALAR_TYPES.join(', ')}, with [] for a list, or a nested map of fields`;

const scalarType = z.enum([...SCALAR_TYPES, ...SCALAR_TYPES.map((type) => `${type}[]` as const)], {
  error: FIELD_TYPE,
});

/** Bounded in size, not in depth: the parser bounds the depth of every document. */
export const shape: z.ZodType<Shape> = z
  .record(
    identifier(),
    z.lazy(() => z.union([scalarType, shape, z.tuple([shape])], { error: FIELD_TYPE })),
  )
  .meta({ id: 'shape', title: 'Fields', description: 'Names of fields and their types.' });
