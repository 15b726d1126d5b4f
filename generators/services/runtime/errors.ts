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

/** Not able to serve now: still starting, stopping, or a dependency is away. */
export class UnavailableError extends DomainError {
  override readonly name = 'UnavailableError';
  readonly status = 503;
  readonly title = 'Unavailable';
  /** Surely nothing was done, so that any call may be made again. */
  readonly repeatable: boolean;

  /** @param options `repeatable`: false where the other side may have done a part before it gave up */
  constructor(
    message: string,
    { repeatable = true, ...options }: ErrorOptions & { repeatable?: boolean } = {},
  ) {
    super(message, options);
    this.repeatable = repeatable;
  }
}

/** A service behind this one did not answer in time; whether it acted is unknown. */
export class TimeoutError extends DomainError {
  override readonly name = 'TimeoutError';
  readonly status = 504;
  readonly title = 'A service behind this one took too long';
}

/** Whether who was asked is in trouble, as opposed to having answered no. */
export function isBreakdown(error: unknown): boolean {
  return !(error instanceof NotFoundError || error instanceof ConflictError || error instanceof InvalidError);
}

/** What calls are counted as: see `Metrics`. */
export function outcomeOf(error: unknown): 'failed' | 'refused' {
  return isBreakdown(error) ? 'failed' : 'refused';
}

/** @param error anything thrown @returns its message */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
