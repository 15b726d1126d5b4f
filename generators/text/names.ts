/** Longest DNS label, RFC 1123 section 2.1. */
export const MAX_LABEL = 63;

/**
 * A name that is no longer than `max`: itself, or its start and a hash of the whole, so that long names stay apart.
 *
 * @param max at least 10 characters
 */
export function boundedName(name: string, max: number = MAX_LABEL): string {
  if (name.length <= max) return name;
  return `${name.slice(0, max - 9).replace(/-+$/, '')}-${hash(name)}`;
}

/** The first of `base`, `base-2`, `base-3`... that is not taken, no longer than a DNS label. */
export function freeName(base: string, taken: { has(name: string): boolean }): string {
  for (let number = 1; ; number++) {
    const candidate = boundedName(number === 1 ? base : `${base}-${number}`);
    if (!taken.has(candidate)) return candidate;
  }
}

/** 32-bit FNV-1a as eight hexadecimal digits: tells contents apart, guards nothing. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** Order by code units: the same on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A map's entries in the order of their keys. */
export function sortedEntries<T>(map: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(map).sort(([a], [b]) => byText(a, b));
}
