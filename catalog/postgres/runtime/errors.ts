import { DatabaseError } from 'pg';
import {
  ConflictError,
  DomainError,
  InvalidError,
  messageOf,
  UnavailableError,
  UpstreamError,
} from '#runtime';

/** Classes of SQLSTATE, PostgreSQL manual, appendix A. */
const DATA_EXCEPTION = '22';
const CONSTRAINT_VIOLATION = '23';
const CONNECTION_EXCEPTION = '08';
const OPERATOR_INTERVENTION = '57';
const SERIALIZATION = new Set(['40001', '40P01']);

/** What an error of the database means to the caller; errors with no such meaning are given back as they are. */
export function meaningOf(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  // No answer of the server's: the connection broke, and whether the statement was carried out is unknown.
  if (!(error instanceof DatabaseError))
    return new UpstreamError(`The database failed: ${messageOf(error)}`, { cause: error });
  const code = error.code ?? '';
  if (code.startsWith(DATA_EXCEPTION))
    return new InvalidError(`A value cannot be stored: ${error.message}`, { cause: error });
  if (code.startsWith(CONSTRAINT_VIOLATION))
    return new ConflictError(`A rule of the data is broken: ${error.message}`, { cause: error });
  if (SERIALIZATION.has(code))
    return new ConflictError('Somebody else changed the same data at the same time.', { cause: error });
  if (code.startsWith(CONNECTION_EXCEPTION) || code.startsWith(OPERATOR_INTERVENTION)) {
    return new UnavailableError('The database is unavailable.', { cause: error });
  }
  return error;
}
