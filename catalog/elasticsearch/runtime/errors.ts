import { errors } from '@elastic/elasticsearch';
import {
  ConflictError,
  DomainError,
  InvalidError,
  messageOf,
  TimeoutError,
  UnavailableError,
  UpstreamError,
} from '#runtime';

/** Failures before the request was sent: the server cannot have acted. */
const NEVER_ARRIVED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT/;

export const isConflict = (error: unknown) => statusOf(error) === 409;
export const isMissing = (error: unknown) => statusOf(error) === 404;

/** Whether an index is there already. */
export function isThere(error: unknown): boolean {
  return error instanceof errors.ResponseError && messageOf(error).includes('resource_already_exists');
}

function statusOf(error: unknown): number | undefined {
  return error instanceof errors.ResponseError ? error.statusCode : undefined;
}

/**
 * What an error of the database means to the caller; errors with no such meaning are given back as they are.
 *
 * @param changes whether the request was to change something, so that it matters whether it was carried out
 */
export function meaningOf(error: unknown, changes = true): unknown {
  if (error instanceof DomainError) return error;
  const cause = { cause: error };
  if (error instanceof errors.TimeoutError)
    return new TimeoutError('The database did not answer in time.', cause);
  if (error instanceof errors.NoLivingConnectionsError)
    return new UnavailableError('The database cannot be reached.', cause);
  if (error instanceof errors.ConnectionError)
    return !changes || NEVER_ARRIVED.test(`${error.message} ${messageOf(error.cause)}`)
      ? new UnavailableError(`The database cannot be reached: ${error.message}`, cause)
      : new UpstreamError(`The database failed: ${error.message}`, cause);
  const status = statusOf(error);
  if (status === 400) return new InvalidError(`A value cannot be stored: ${messageOf(error)}`, cause);
  if (status === 409)
    return new ConflictError('Somebody else changed the same data at the same time.', cause);
  // Too much to do, or not yet able to.
  if (status === 429 || status === 503) return new UnavailableError('The database is unavailable.', cause);
  return error;
}
