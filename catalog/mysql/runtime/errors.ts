import {
  ConflictError,
  DomainError,
  InvalidError,
  messageOf,
  TimeoutError,
  UnavailableError,
  UpstreamError,
} from '#runtime';

/** Numbers of errors, MySQL Server Error Message Reference. */
const DUPLICATE = 1062;
/** Lock wait timeout, deadlock, and MariaDB's "record has changed since last read". */
const CONFLICTS = new Set([1205, 1213, 1020]);
/** Too many connections, shutdown, killed, and accounts that the server has no room for. */
const AWAY = new Set([1040, 1053, 1077, 1203, 1226, 1317, 1927, 3168]);
/** What the client calls a statement without an answer. */
const TIMED_OUT = 'PROTOCOL_SEQUENCE_TIMEOUT';
/** Classes of SQLSTATE. */
const DATA_EXCEPTION = '22';
const CONSTRAINT_VIOLATION = '23';
const CONNECTION_EXCEPTION = '08';
/** Values that do not fit, which the server files under `HY000` or elsewhere: wrong text for a number, a failed check. */
const WRONG_VALUES = new Set([1366, 1265]);
const BROKEN_RULES = new Set([3819, 4025, 1364]);

/** An error that the server gave as an answer. */
interface ServerError extends Error {
  errno: number;
  sqlState: string;
}

export function isDuplicate(error: unknown): boolean {
  return isServerError(error) && error.errno === DUPLICATE;
}

/** Whether somebody else was in the way, so that trying again may help. */
export function isConflict(error: unknown): boolean {
  return isServerError(error) && CONFLICTS.has(error.errno);
}

/** Whether the error is the server's answer, after which it goes on listening. */
export function hasAnswered(error: unknown): boolean {
  return isServerError(error) && !AWAY.has(error.errno);
}

/** What an error of the database means to the caller; errors with no such meaning are given back as they are. */
export function meaningOf(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  // No answer of the server's: the connection broke, and whether the statement was carried out is unknown.
  if (!isServerError(error)) {
    if (error instanceof Error && 'code' in error && error.code === TIMED_OUT)
      return new TimeoutError('The database did not answer in time.', { cause: error });
    return new UpstreamError(`The database failed: ${messageOf(error)}`, { cause: error });
  }
  const { errno, sqlState, message } = error;
  if (CONFLICTS.has(errno))
    return new ConflictError('Somebody else changed the same data at the same time.', { cause: error });
  if (AWAY.has(errno) || sqlState.startsWith(CONNECTION_EXCEPTION))
    return new UnavailableError('The database is unavailable.', { cause: error });
  if (sqlState.startsWith(CONSTRAINT_VIOLATION) || BROKEN_RULES.has(errno))
    return new ConflictError(`A rule of the data is broken: ${message}`, { cause: error });
  if (sqlState.startsWith(DATA_EXCEPTION) || WRONG_VALUES.has(errno))
    return new InvalidError(`A value cannot be stored: ${message}`, { cause: error });
  return error;
}

function isServerError(error: unknown): error is ServerError {
  return (
    error instanceof Error &&
    'errno' in error &&
    typeof error.errno === 'number' &&
    'sqlState' in error &&
    typeof error.sqlState === 'string' &&
    error.sqlState !== ''
  );
}
