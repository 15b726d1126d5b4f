import { type ColumnDefinition, InvalidError } from '#runtime';
import type { Parameter } from './statements.ts';

/**
 * A field's value as its column takes it. The type has to be right: the server compares a text with a number by
 * reading the text as one, so that `5abc` would be 5.
 *
 * @throws InvalidError where the value is none of the column's
 */
export function toColumn(field: string, { type }: ColumnDefinition, value: unknown): Parameter {
  if (value === null) return null;
  switch (type) {
    case 'integer':
    case 'number':
      return numberOf(field, value);
    case 'boolean':
      return value === true || value === 1;
    case 'timestamp':
      return instantOf(field, value);
    default:
      return String(value);
  }
}

/** A column's value as a row has it: instants ISO 8601 texts, truth values truth values. */
export function fromColumn({ type }: ColumnDefinition, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'boolean') return value === 1;
  if (type === 'timestamp') return value instanceof Date ? value.toISOString() : value;
  if (type === 'integer' || type === 'number') return Number(value);
  return value;
}

function numberOf(field: string, value: unknown): number {
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) throw new InvalidError(`${field} must be a number.`);
  return number;
}

function instantOf(field: string, value: unknown): Date {
  const instant = new Date(value instanceof Date || typeof value === 'number' ? value : String(value));
  if (Number.isNaN(instant.getTime())) throw new InvalidError(`${field} must be a point in time.`);
  return instant;
}
