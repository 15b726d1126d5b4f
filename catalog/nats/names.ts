import { environmentPrefix } from '../environment.ts';

export const NATS_PORT = 4222;
/** Where the server tells how it does, over HTTP. */
export const MONITORING_PORT = 8222;
/** Account of the services. */
export const BROKER_USER = 'app';

/** Key of the secret that holds the broker's password, e.g. `SHOP_EVENTS_PASSWORD`. */
export function passwordKey(component: string): string {
  return `${environmentPrefix(component)}_PASSWORD`;
}
