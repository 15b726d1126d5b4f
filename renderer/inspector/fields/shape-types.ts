import { type FieldType, SCALAR_TYPES, type Shape } from '#model';

/** Types that a field can be given; `fields` and `fields[]` are maps of fields of their own. */
export const TYPE_OPTIONS = [
  ...SCALAR_TYPES,
  ...SCALAR_TYPES.map((type) => `${type}[]`),
  'fields',
  'fields[]',
];

/** A type as the choice shows it. */
export function typeName(type: unknown): string {
  if (Array.isArray(type)) return 'fields[]';
  if (typeof type === 'object' && type !== null) return 'fields';
  return typeof type === 'string' ? type : '';
}

/** The type that a choice means, keeping nested fields where both have some. */
export function typeOf(name: string, before: unknown): FieldType {
  const nested = nestedOf(before) ?? { name: 'string' };
  if (name === 'fields') return nested;
  if (name === 'fields[]') return [nested];
  return name as FieldType;
}

/** Fields of a nested type; `undefined` for a scalar. */
export function nestedOf(type: unknown): Shape | undefined {
  const inner = Array.isArray(type) ? type[0] : type;
  return typeof inner === 'object' && inner !== null ? (inner as Shape) : undefined;
}
