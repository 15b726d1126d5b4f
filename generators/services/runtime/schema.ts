import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonSchema } from './contract.ts';

const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats.default(ajv);

/**
 * Compiles a schema once, for many values.
 *
 * @returns a function that lists what is wrong with a value, e.g. `/quantity must be integer`; empty: nothing
 */
export function validatorOf(schema: JsonSchema): (value: unknown) => string[] {
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(describe));
}

function describe(error: ErrorObject): string {
  return `${error.instancePath || 'the value'} ${error.message ?? 'is invalid'}`;
}
