/** The present time, in the precision of the columns. */
export const NOW = 'CURRENT_TIMESTAMP(3)';

/** Whether a time says which zone it is of; a date alone is of UTC. */
const ZONED = /(Z|[+-]\d\d(:?\d\d)?)$|^\d{4}-\d\d-\d\d$/i;

/** A constant: numbers bare, all else in quotes, in which quotes and backslashes mean something. */
export function literal(value: string | number | boolean | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'NULL';
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll('\0', '\\0')}'`;
}

export function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

/** An instant in ISO 8601 as columns keep it: in UTC, without a zone. What is no instant stays, and is refused. */
export function instantOf(text: string): string {
  const instant = new Date(ZONED.test(text) ? text : `${text}Z`);
  return Number.isNaN(instant.getTime()) ? text : instant.toISOString().replace('T', ' ').replace('Z', '');
}
