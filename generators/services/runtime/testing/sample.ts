import type { JsonSchema } from '../contract.ts';

/** The one id that samples use, so that what refers to something finds it. */
export const SAMPLE_ID = 'sample-1';

/**
 * Makes a value that a schema allows: the same every time.
 *
 * @param schema a schema as contracts hold it
 */
export function sample(schema: JsonSchema): unknown {
  const type = typeof schema.type === 'string' ? schema.type : schema.type?.[0];
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [name, sample(property)]),
      );
    case 'array':
      return [sample(schema.items ?? {})];
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return true;
    default:
      return schema.format === 'date-time' ? '2026-01-01T00:00:00.000Z' : SAMPLE_ID;
  }
}
