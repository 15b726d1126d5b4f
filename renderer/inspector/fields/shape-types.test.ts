import { describe, expect, it } from 'vitest';
import { shape } from '#model';
import { nestedOf, TYPE_OPTIONS, typeName, typeOf } from './shape-types.ts';

describe('types of fields', () => {
  it('offers only types that a document may hold', () => {
    for (const name of TYPE_OPTIONS)
      expect(shape.safeParse({ field: typeOf(name, undefined) }).success).toBe(true);
  });

  it('names what it made, and keeps nested fields', () => {
    const items = [{ productId: 'id' }];
    for (const name of TYPE_OPTIONS) expect(typeName(typeOf(name, undefined))).toBe(name);
    expect(typeOf('fields', items)).toEqual({ productId: 'id' });
    expect(nestedOf(items)).toEqual({ productId: 'id' });
    expect(nestedOf('string[]')).toBeUndefined();
  });
});
