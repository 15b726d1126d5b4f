import { environmentPrefix } from '../environment.ts';

/** Where Kong answers clients; above 1024, since it does not run as root. */
export const PROXY_PORT = 8000;
/** Health and metrics; nothing can be changed there. */
export const STATUS_PORT = 8100;

/** Key of the secret by which a consumer of the gateway is known. */
export function credentialKey(gateway: string, consumer: string): string {
  return `${environmentPrefix(gateway)}_${environmentPrefix(consumer)}_CREDENTIAL`;
}
