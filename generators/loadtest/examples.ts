import type { FieldType, ScalarType, Shape } from '#model';
import { partsOf } from '../services/system/shapes.ts';
import { propertyKey, quote } from '../services/text/code.ts';

const FIXED: Readonly<Record<Exclude<ScalarType, 'id' | 'string'>, string>> = {
  integer: '1',
  number: '1.5',
  boolean: 'true',
  timestamp: "'2026-01-01T00:00:00.000Z'",
};

/** Code of an example of a field: valid, and the same in every run; ids are real ones where there are any. */
export function exampleOf(name: string, type: FieldType): string {
  const { of, list } = partsOf(type);
  const value = typeof of === 'string' ? scalar(name, of) : exampleObject(of);
  return list ? `[${value}]` : value;
}

function scalar(name: string, type: ScalarType): string {
  if (type === 'id') return `pick(ids, ${quote(name)})`;
  return type === 'string' ? quote(`a ${name}`) : FIXED[type];
}

/** Code of an example of an object. */
export function exampleObject(shape: Shape): string {
  const members = Object.entries(shape).map(
    ([name, type]) => `${propertyKey(name)}: ${exampleOf(name, type)}`,
  );
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
