/**
 * Prefix of the environment variables that belong to a component: its name in upper snake case, so that
 * `orders-db` is found by `ORDERS_DB_URL`.
 */
export function environmentPrefix(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}
