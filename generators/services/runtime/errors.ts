/** A failure with a meaning that callers can act on. `status` is the HTTP status it becomes. */
export abstract class DomainError extends Error {
  abstract readonly status: number;
  abstract readonly title: string;
}

/** The input is wrong, and stays wrong however often it is sent. */
export class InvalidError extends DomainError {
  override readonly name = 'InvalidError';
  readonly status = 400;
  readonly title = 'Invalid input';
}

/** What was asked for does not exist. */
export class NotFoundError extends DomainError {
  override readonly name = 'NotFoundError';
  readonly status = 404;
  readonly title = 'Not found';
}

/** The request contradicts the present state, e.g. more is ordered than is in stock. */
export class ConflictError extends DomainError {
  override readonly name = 'ConflictError';
  readonly status = 409;
  readonly title = 'Conflict';
}

/** A service behind this one failed or broke its contract. */
export class UpstreamError extends DomainError {
  override readonly name = 'UpstreamError';
  readonly status = 502;
  readonly title = 'A service behind this one failed';
}

/** Not able to serve now: still starting, stopping, or a dependency is away. Nothing was done, so it may be tried again. */
export class UnavailableError extends DomainError {
  override readonly name = 'UnavailableError';
  readonly status = 503;
  readonly title = 'Unavailable';
}

/** A service behind this one did not answer in time; whether it acted is unknown. */
export class TimeoutError extends DomainError {
  override readonly name = 'TimeoutError';
  readonly status = 504;
  readonly title = 'A service behind this one took too long';
}

/** @param error anything thrown @returns its message */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
