const MAX_SHOWN = 60;

/**
 * Names a value of a document for a message.
 *
 * @param value anything that YAML can say
 * @returns e.g. `"abc"`, `3`, `a list`, `nothing`
 */
export function inWords(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
  if (typeof value === 'string')
    return JSON.stringify(value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}...` : value);
  return String(value);
}

/** Names of JSON types as people say them. */
const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a map',
  record: 'a map',
  null: 'nothing',
};

/** @param type a type as zod names it @returns e.g. `a whole number` */
export function describeType(type: string): string {
  return TYPES[type] ?? type;
}

/** @returns `a`, `a or b`, `a, b or c` */
export function eitherOf(options: readonly string[]): string {
  if (options.length <= 1) return options[0] ?? '';
  return `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`;
}
