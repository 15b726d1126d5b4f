import type { HttpMethod } from '../contract.ts';
import { isBreakdown, UnavailableError } from '../errors.ts';

const IDEMPOTENT: readonly HttpMethod[] = ['GET', 'PUT', 'DELETE'];

/**
 * Whether the call may be made again. A method that is idempotent (RFC 9110, section 9.2.2) may after any failure of
 * the other side; any other only if the request surely was not acted upon.
 */
export function mayRetry(method: HttpMethod, error: unknown): boolean {
  if (error instanceof UnavailableError && error.repeatable) return true;
  return IDEMPOTENT.includes(method) && isBreakdown(error);
}
