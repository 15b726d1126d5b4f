/** Text that stands in a template as it is: no action begins in it. */
export function escapeText(text: string): string {
  return text.includes('{{') ? text.replaceAll('{{', '{{`{{`}}') : text;
}

/** Plain data whose texts and keys stand in a template as they are; the same object where nothing is to be done. */
export function escapeData<T>(data: T): T {
  return holdsAction(data) ? (escaped(data) as T) : data;
}

function holdsAction(data: unknown): boolean {
  if (typeof data === 'string') return data.includes('{{');
  if (typeof data !== 'object' || data === null) return false;
  if (Array.isArray(data)) return data.some(holdsAction);
  for (const key in data) {
    if (key.includes('{{') || holdsAction((data as Record<string, unknown>)[key])) return true;
  }
  return false;
}

function escaped(data: unknown): unknown {
  if (typeof data === 'string') return escapeText(data);
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(escaped);
  return Object.fromEntries(Object.entries(data).map(([key, member]) => [escapeText(key), escaped(member)]));
}
