import { environmentPrefix } from '../environment.ts';

/** Role that owns the database. Fixed, since component names may not be role names (`pg_...` is reserved). */
export const DATABASE_USER = 'app';
export const POSTGRES_PORT = 5432;

/** Databases that every server has already. */
const TEMPLATES = new Set(['postgres', 'template0', 'template1']);

/** Name of a component's database: `orders-db` keeps `orders`. */
export function databaseName(component: string): string {
  const name = component.replace(/-db$/, '').replaceAll('-', '_');
  return TEMPLATES.has(name) ? `${name}_db` : name;
}

/** Key of the secret that holds the database's password, e.g. `ORDERS_DB_PASSWORD`. */
export function passwordKey(component: string): string {
  return `${environmentPrefix(component)}_PASSWORD`;
}
