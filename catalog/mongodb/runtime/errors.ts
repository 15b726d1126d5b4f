import {
  MongoError,
  MongoNetworkError,
  MongoNetworkTimeoutError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';
import {
  ConflictError,
  DomainError,
  InvalidError,
  messageOf,
  TimeoutError,
  UnavailableError,
  UpstreamError,
} from '#runtime';

/** Errors that the client does not export: it waited for a connection, or the pool was emptied meanwhile. */
const NEVER_SENT = new Set(['MongoWaitQueueTimeoutError', 'MongoPoolClearedError']);
/** Numbers of errors, file `error_codes.yml` of the server. */
const DUPLICATE_KEY = 11000;
const VALIDATION_FAILED = 121;
const MAX_TIME_EXPIRED = 50;
const WRITE_CONFLICT = 112;
/** Bad value, type mismatch, cannot add to what is no number, document too large, key too long. */
const WRONG_VALUES = new Set([2, 14, 10334, 17280]);
/** Not the primary, recovering, shutting down. */
const AWAY = new Set([91, 189, 10058, 10107, 11600, 11602, 13435, 13436]);

export function isDuplicate(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

/** Whether somebody else made the same document at the same moment: another unique index would be another matter. */
export function isSameKey(error: unknown): boolean {
  return isDuplicate(error) && Object.keys((error as MongoServerError).keyPattern ?? {}).join() === '_id';
}

/** Whether another transaction was in the way, so that trying again may help. */
export function isConflict(error: unknown): boolean {
  return (
    error instanceof MongoServerError &&
    (error.code === WRITE_CONFLICT || error.hasErrorLabel('TransientTransactionError'))
  );
}

/** What an error of the database means to the caller; errors with no such meaning are given back as they are. */
export function meaningOf(error: unknown): unknown {
  if (error instanceof DomainError || !(error instanceof MongoError)) return error;
  if (error instanceof MongoServerError) return meaningOfAnswer(error);
  // None of these was sent.
  if (
    error instanceof MongoServerSelectionError ||
    error instanceof MongoTopologyClosedError ||
    error instanceof MongoNotConnectedError ||
    NEVER_SENT.has(error.name)
  )
    return new UnavailableError(`The database cannot be reached: ${messageOf(error)}`, { cause: error });
  if (error instanceof MongoNetworkTimeoutError)
    return new TimeoutError('The database did not answer in time.', { cause: error });
  // The connection broke, and whether the command was carried out is unknown.
  if (error instanceof MongoNetworkError)
    return new UpstreamError(`The database failed: ${messageOf(error)}`, { cause: error });
  return error;
}

function meaningOfAnswer(error: MongoServerError): unknown {
  const code = Number(error.code);
  if (isConflict(error))
    return new ConflictError('Somebody else changed the same data at the same time.', { cause: error });
  if (code === DUPLICATE_KEY)
    return new ConflictError(`A rule of the data is broken: ${error.message}`, { cause: error });
  if (code === VALIDATION_FAILED || WRONG_VALUES.has(code))
    return new InvalidError(`A value cannot be stored: ${error.message}`, { cause: error });
  if (code === MAX_TIME_EXPIRED)
    return new TimeoutError('The database did not answer in time.', { cause: error });
  if (AWAY.has(code)) return new UnavailableError('The database is unavailable.', { cause: error });
  return error;
}
