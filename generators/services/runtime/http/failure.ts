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

/**
 * What a status says: the same as the error that was thrown over there, so that both layouts answer alike.
 *
 * @param turnedAway the answer says when to come again (Retry-After): the request was not begun
 * @returns `undefined`: all is well
 */
export function failureOf(
  target: string,
  status: number,
  detail: string,
  turnedAway = false,
): DomainError | undefined {
  if (status < 400) return undefined;
  if (status === 400) return new InvalidError(detail);
  if (status === 404) return new NotFoundError(detail);
  if (status === 409) return new ConflictError(detail);
  if (status === 503)
    return new UnavailableError(`${target} is unavailable: ${detail}`, { repeatable: turnedAway });
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

function codesOf(cause: unknown): string[] {
  if (cause instanceof AggregateError) return cause.errors.flatMap(codesOf);
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return [];
  return [String(cause.code)];
}
