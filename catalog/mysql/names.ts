import { environmentPrefix } from '../environment.ts';

/** Account that owns the database. */
export const DATABASE_USER = 'app';
export const MYSQL_PORT = 3306;

/** Databases that every server has already. */
const SYSTEM = new Set(['mysql', 'sys', 'information_schema', 'performance_schema', 'test']);

/** Name of a component's database: `orders-db` keeps `orders`. */
export function databaseName(component: string): string {
  const name = component.replace(/-db$/, '').replaceAll('-', '_');
  return SYSTEM.has(name) ? `${name}_db` : name;
}

/** Key of the secret that holds the password of the database's account, e.g. `ORDERS_DB_PASSWORD`. */
export function passwordKey(component: string): string {
  return `${environmentPrefix(component)}_PASSWORD`;
}

/** Key of the secret that holds the password of `root`, who may log in inside the container only. */
export function rootPasswordKey(component: string): string {
  return `${environmentPrefix(component)}_ROOT_PASSWORD`;
}
