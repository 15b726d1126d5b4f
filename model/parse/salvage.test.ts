import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { salvage } from './salvage.ts';

const label = z
  .string()
  .max(8)
  .regex(/^[a-z]+$/);
const schema = z.strictObject({
  kind: z.literal('service'),
  context: label.optional(),
  topics: z.array(label).optional(),
});

describe('salvage', () => {
  it('drops a value that breaks several rules, and nothing around it', () => {
    const { value, issues } = salvage(schema, { kind: 'service', context: '<much too long>' });
    expect(value).toEqual({ kind: 'service' });
    expect(issues).toHaveLength(2);
  });

  it('drops list items and unknown keys one by one', () => {
    const { value } = salvage(schema, {
      kind: 'service',
      topics: ['A', 'good', '<much too long>'],
      colour: 'red',
    });
    expect(value).toEqual({ kind: 'service', topics: ['good'] });
  });

  it('gives up where nothing valid is left', () => {
    expect(salvage(schema, { kind: 'servise' }).value).toBeUndefined();
    expect(salvage(schema, 'text').value).toBeUndefined();
  });
});
