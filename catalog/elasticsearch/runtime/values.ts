import { type ColumnDefinition, InvalidError } from '#runtime';

/** What a field of a document may be. */
export type Stored = string | number | boolean | null;

/**
 * A field's value as documents hold it.
 *
 * @throws InvalidError where the value is none of the column's
 */
export function toStored(field: string, { type }: ColumnDefinition, value: unknown): Stored {
  if (value === null) return null;
  switch (type) {
    case 'integer':
    case 'number':
      return numberOf(field, value);
    case 'boolean':
      return value === true;
    case 'timestamp':
      return instantOf(field, value);
    default:
      return String(value);
  }
}

/** What a new document gets where nothing is given. */
export function presetOf(field: string, column: ColumnDefinition): Stored {
  if (column.type === 'timestamp' && column.default === 'now') return new Date().toISOString();
  return toStored(field, column, column.default ?? null);
}

function numberOf(field: string, value: unknown): number {
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) throw new InvalidError(`${field} must be a number.`);
  return number;
}

function instantOf(field: string, value: unknown): string {
  const instant = new Date(typeof value === 'number' ? value : String(value));
  if (Number.isNaN(instant.getTime())) throw new InvalidError(`${field} must be a point in time.`);
  return instant.toISOString();
}
