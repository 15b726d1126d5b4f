import type { GraphEdge } from '#model';

/** Whether two values that came from YAML or JSON hold the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameValue(Reflect.get(a, key), Reflect.get(b, key)));
}

/** Whether two maps have the very same values (by identity) under the same keys. */
export function sameEntries(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
): boolean {
  if (a === b) return true;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/**
 * Gives edges that did not change the identity they had, so that only those that changed are drawn again.
 *
 * @returns `previous` itself where nothing changed
 */
export function shareEdges(previous: GraphEdge[], next: GraphEdge[]): GraphEdge[] {
  const known = new Map(previous.map((edge) => [edge.id, edge]));
  const shared = next.map((edge) => {
    const old = known.get(edge.id);
    return old && sameValue(old, edge) ? old : edge;
  });
  const unchanged =
    shared.length === previous.length && shared.every((edge, index) => edge === previous[index]);
  return unchanged ? previous : shared;
}
