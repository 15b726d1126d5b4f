import { environmentPrefix } from '../environment.ts';

export const AMQP_PORT = 5672;
/** Account of the services. RabbitMQ's own `guest` is meant for the same machine only. */
export const BROKER_USER = 'app';

/** Key of the secret that holds the broker's password, e.g. `SHOP_EVENTS_PASSWORD`. */
export function passwordKey(component: string): string {
  return `${environmentPrefix(component)}_PASSWORD`;
}
