import { environmentPrefix } from '../environment.ts';

/** Account that reads and writes the database, and nothing else. It is kept in the database itself. */
export const DATABASE_USER = 'app';
/** Account that makes the others, from inside the container. */
export const ROOT_USER = 'root';
export const MONGODB_PORT = 27017;
/** Name of the set of one server: transactions need a set. */
export const REPLICA_SET = 'rs0';

/** Databases that every server has already. */
const SYSTEM = new Set(['admin', 'local', 'config']);

/** Name of a component's database: `orders-db` keeps `orders`. */
export function databaseName(component: string): string {
  const name = component.replace(/-db$/, '').replaceAll('-', '_');
  return SYSTEM.has(name) ? `${name}_db` : name;
}

/** Keys of the secrets: of the account of the services, of root, and what members of the set know each other by. */
export function secretKeys(component: string) {
  const prefix = environmentPrefix(component);
  return { app: `${prefix}_PASSWORD`, root: `${prefix}_ROOT_PASSWORD`, set: `${prefix}_SET_KEY` };
}
