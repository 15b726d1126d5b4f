import type { Value } from '#model';

/** Type of a column, written alone or with a default. */
export function columnType(raw: unknown): string {
  if (typeof raw === 'string') return raw;
  return typeof raw === 'object' && raw !== null && 'type' in raw && typeof raw.type === 'string'
    ? raw.type
    : 'string';
}

/** A column as it is written: its type alone, or with a default where one was typed. */
export function columnWith(type: string, standard: string): Value {
  return standard.trim() === '' ? type : { type, default: cellValue(standard, type) ?? null };
}

/** What was typed into a cell of this type; `undefined` for nothing. Text that is no value of the type stays text: a problem says so. */
export function cellValue(draft: string, type: string): Value | undefined {
  const text = draft.trim();
  if (text === '') return undefined;
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  const number = Number(text);
  return (type === 'integer' || type === 'number') && String(number) === text ? number : draft;
}
