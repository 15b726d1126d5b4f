import { environmentPrefix } from '../environment.ts';

export const KAFKA_PORT = 9092;
/** Account of the services. */
export const BROKER_USER = 'app';

/** Key of the secret that holds the broker's password, e.g. `SHOP_EVENTS_PASSWORD`. */
export function passwordKey(component: string): string {
  return `${environmentPrefix(component)}_PASSWORD`;
}
