import type { CallSpec, Value } from '#model';

/** How an item of `calls` is written. */
export type CallForm =
  | { form: 'call'; text: string }
  | { form: 'all'; calls: readonly CallSpec[] }
  | { form: 'chance'; share: string; call: CallSpec }
  | { form: 'cached'; cache: string; key: string; ttl: string; hit: string; calls: readonly CallSpec[] }
  | { form: 'unknown' };

/** Tells the forms of `calls` apart, in whatever the text holds. */
export function callForm(item: unknown): CallForm {
  if (typeof item === 'string') return { form: 'call', text: item };
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return { form: 'unknown' };
  const map = item as {
    readonly all?: unknown;
    readonly cached?: unknown;
    readonly key?: unknown;
    readonly ttl?: unknown;
    readonly hit?: unknown;
    readonly calls?: unknown;
  };
  const list = (value: unknown) => (Array.isArray(value) ? (value as CallSpec[]) : []);
  const text = (value: unknown) => (value === undefined || value === null ? '' : String(value));
  if ('all' in map) return { form: 'all', calls: list(map.all) };
  if ('cached' in map) {
    return {
      form: 'cached',
      cache: text(map.cached),
      key: text(map.key),
      ttl: text(map.ttl),
      hit: text(map.hit),
      calls: list(map.calls),
    };
  }
  const [share, ...more] = Object.keys(map);
  if (share === undefined || more.length > 0 || !share.endsWith('%')) return { form: 'unknown' };
  return { form: 'chance', share, call: (item as Record<string, CallSpec>)[share] as CallSpec };
}

/** A list with an item moved to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  const item = list[from];
  return item === undefined ? [...list] : [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** A list without an item; `undefined` where nothing is left, so that the key goes too. */
export function without(list: readonly unknown[], index: number): Value | undefined {
  const rest = list.filter((_, other) => other !== index);
  return rest.length === 0 ? undefined : (rest as Value);
}
