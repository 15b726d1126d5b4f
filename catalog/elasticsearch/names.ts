import { environmentPrefix } from '../environment.ts';

/** Account that reads and writes the indices, and nothing else. */
export const DATABASE_USER = 'app';
export const ELASTICSEARCH_PORT = 9200;

/** Key of the secret that holds the password of the services' account, e.g. `SEARCH_PASSWORD`. */
export function passwordKey(component: string): string {
  return `${environmentPrefix(component)}_PASSWORD`;
}
