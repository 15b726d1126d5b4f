import { environmentPrefix } from '../environment.ts';

export const GRAFANA_PORT = 3000;
/** Longest uid that Grafana takes. */
const MAX_UID = 40;

/** Key of the secret that holds the administrator's password, e.g. `DASHBOARDS_ADMIN_PASSWORD`. */
export function passwordKey(component: string): string {
  return `${environmentPrefix(component)}_ADMIN_PASSWORD`;
}

/** Identifier of a component's dashboard or data source: its name, as it stands in addresses. */
export function uidOf(component: string): string {
  if (component.length <= MAX_UID) return component;
  const digest = fnv1a(component).toString(36);
  return `${component.slice(0, MAX_UID - digest.length - 1)}_${digest}`;
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
