import { environmentPrefix } from '../environment.ts';

export const REDIS_PORT = 6379;

/** Key of the secret that holds the cache's password, e.g. `CARTS_PASSWORD`. */
export function passwordKey(component: string): string {
  return `${environmentPrefix(component)}_PASSWORD`;
}
