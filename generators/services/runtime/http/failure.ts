import type { HttpMethod } from '../contract.ts';
import {
  ConflictError,
  type DomainError,
  InvalidError,
  messageOf,
  NotFoundError,
  TimeoutError,
  UnavailableError,
  UpstreamError,
} from '../errors.ts';

/** Failures before the request was sent: the other side cannot have acted. */
const NEVER_ARRIVED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const IDEMPOTENT: readonly HttpMethod[] = ['GET', 'PUT', 'DELETE'];

/** What a status says: the same as the error that was thrown over there, so that both layouts answer alike. `undefined`: all is well. */
export function failureOf(target: string, status: number, detail: string): DomainError | undefined {
  if (status < 400) return undefined;
  if (status === 400) return new InvalidError(detail);
  if (status === 404) return new NotFoundError(detail);
  if (status === 409) return new ConflictError(detail);
  if (status === 503) return new UnavailableError(`${target} is unavailable: ${detail}`);
  if (status === 504) return new TimeoutError(`${target} took too long: ${detail}`);
  return new UpstreamError(`${target} answered ${status}: ${detail}`);
}

/** What a failed `fetch` says. */
export function failureOfFetch(target: string, error: unknown, timeoutMs: number): DomainError {
  if (error instanceof Error && error.name === 'TimeoutError')
    return new TimeoutError(`${target} did not answer within ${timeoutMs} ms.`);
  const cause = error instanceof Error ? error.cause : undefined;
  const message = `${target} cannot be reached: ${messageOf(cause ?? error)}`;
  return codesOf(cause).some((code) => NEVER_ARRIVED.has(code))
    ? new UnavailableError(message)
    : new UpstreamError(message);
}

/**
 * Whether the call may be made again. A method that is idempotent (RFC 9110, section 9.2.2) may after any failure of
 * the other side; any other only if the request surely was not acted upon.
 */
export function mayRetry(method: HttpMethod, error: unknown): boolean {
  if (error instanceof UnavailableError) return true;
  return IDEMPOTENT.includes(method) && isBreakdown(error);
}

/** Whether the other side is in trouble, as opposed to having answered no. */
export function isBreakdown(error: unknown): boolean {
  return !(error instanceof NotFoundError || error instanceof ConflictError || error instanceof InvalidError);
}

function codesOf(cause: unknown): string[] {
  if (cause instanceof AggregateError) return cause.errors.flatMap(codesOf);
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return [];
  return [String(cause.code)];
}
