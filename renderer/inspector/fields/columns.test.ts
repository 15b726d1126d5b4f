import { describe, expect, it } from 'vitest';
import { cellValue, columnType, columnWith } from './columns.ts';

describe('columns', () => {
  it('are written as short as they can be', () => {
    expect(columnWith('integer', '')).toBe('integer');
    expect(columnWith('integer', '5')).toEqual({ type: 'integer', default: 5 });
    expect(columnType({ type: 'boolean', default: true })).toBe('boolean');
    expect(columnType('id')).toBe('id');
  });

  it('take values by type, and lose nothing that is none', () => {
    expect(cellValue('12', 'integer')).toBe(12);
    expect(cellValue('12', 'string')).toBe('12');
    expect(cellValue('true', 'boolean')).toBe(true);
    expect(cellValue('many', 'integer')).toBe('many');
    expect(cellValue(' ', 'string')).toBeUndefined();
  });
});
