/** The present time, in the precision of the columns. */
export const NOW = 'CURRENT_TIMESTAMP(3)';

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
