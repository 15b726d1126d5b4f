import type { FieldType, ScalarType, Shape } from '#model';
import { propertyKey } from '../text/code.ts';

/** A field of a shape, of a row or of a result. */
export interface Field {
  type: FieldType;
  /** May be unknown. */
  nullable: boolean;
}
export type Fields = ReadonlyMap<string, Field>;

const TYPES: Readonly<Record<ScalarType, string>> = {
  id: 'string',
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  timestamp: 'string',
};

const MAX_ID = 200;
const SCHEMAS: Readonly<Record<ScalarType, object>> = {
  id: { type: 'string', minLength: 1, maxLength: MAX_ID },
  string: { type: 'string' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  timestamp: { type: 'string', format: 'date-time' },
};

const EMPTY: Readonly<Record<ScalarType, string>> = {
  id: 'crypto.randomUUID()',
  string: "''",
  integer: '0',
  number: '0',
  boolean: 'false',
  timestamp: 'new Date().toISOString()',
};

/** Takes a type apart: a scalar or nested shape, and whether there is a list of them. */
export function partsOf(type: FieldType): { of: ScalarType | Shape; list: boolean } {
  if (Array.isArray(type)) return { of: type[0], list: true };
  if (typeof type !== 'string') return { of: type, list: false };
  return type.endsWith('[]')
    ? { of: type.slice(0, -2) as ScalarType, list: true }
    : { of: type as ScalarType, list: false };
}

/** All fields of a shape, none unknown. */
export function fieldsOf(shape: Shape): Map<string, Field> {
  return new Map(Object.entries(shape).map(([name, type]) => [name, { type, nullable: false }]));
}

/** TypeScript type of a field. */
export function typeText(type: FieldType): string {
  const { of, list } = partsOf(type);
  const text = typeof of === 'string' ? TYPES[of] : objectType(fieldsOf(of));
  return list ? `${text}[]` : text;
}

/** TypeScript object type on one line. */
export function objectType(fields: Fields): string {
  if (fields.size === 0) return 'Record<string, never>';
  const members = [...fields].map(
    ([name, { type, nullable }]) => `${propertyKey(name)}: ${typeText(type)}${nullable ? ' | null' : ''}`,
  );
  return `{ ${members.join('; ')} }`;
}

/** Members of a TypeScript interface, a line each. */
export function memberLines(fields: Fields): string[] {
  return [...fields].map(
    ([name, { type, nullable }]) => `  ${propertyKey(name)}: ${typeText(type)}${nullable ? ' | null' : ''};`,
  );
}

/** JSON Schema of an object with these fields, all required. */
export function schemaOf(fields: Fields): object {
  return {
    type: 'object',
    properties: Object.fromEntries([...fields].map(([name, field]) => [name, fieldSchema(field)])),
    required: [...fields.keys()],
  };
}

function fieldSchema({ type, nullable }: Field): object {
  const { of, list } = partsOf(type);
  const item = typeof of === 'string' ? SCHEMAS[of] : schemaOf(fieldsOf(of));
  const schema: object = list ? { type: 'array', items: item } : item;
  return nullable && 'type' in schema ? { ...schema, type: [schema.type, 'null'] } : schema;
}

/** Code of a value that stands in where the document does not say where one comes from. */
export function emptyValue(type: FieldType): string {
  const { of, list } = partsOf(type);
  if (list) return '[]';
  if (typeof of === 'string') return EMPTY[of];
  return `{ ${Object.entries(of)
    .map(([name, inner]) => `${propertyKey(name)}: ${emptyValue(inner)}`)
    .join(', ')} }`;
}
