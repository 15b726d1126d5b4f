import { environmentPrefix } from '../environment.ts';

/** Port of the S3 API. */
export const S3_PORT = 9000;
/** Account of the services. */
export const STORAGE_USER = 'app';

/** Key of the secret that holds the storage's password, e.g. `MEDIA_PASSWORD`. */
export function passwordKey(component: string): string {
  return `${environmentPrefix(component)}_PASSWORD`;
}
