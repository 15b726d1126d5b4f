import { Metadata, type ServiceError, type StatusObject, status } from '@grpc/grpc-js';
import {
  ConflictError,
  DomainError,
  InvalidError,
  messageOf,
  NotFoundError,
  TimeoutError,
  UnavailableError,
  UpstreamError,
} from '../errors.ts';

/** Tells when to come again, in milliseconds (gRFC A6): said of requests that were turned away before they began. */
const PUSHBACK = 'grpc-retry-pushback-ms';
const PUSHBACK_MS = 1_000;
/** What grpc-js says of requests that it never sent. */
const NEVER_SENT = /^(No connection established|Name resolution failed)/;

/**
 * Status that an error travels as.
 *
 * @param begun whether the operation had begun: if not, the caller may repeat whatever it asked for
 */
export function statusOf(error: unknown, begun: boolean): Partial<StatusObject> {
  const metadata = new Metadata();
  if (!begun && error instanceof UnavailableError) metadata.set(PUSHBACK, String(PUSHBACK_MS));
  if (!(error instanceof DomainError))
    return { code: status.INTERNAL, details: 'Something went wrong on our side.', metadata };
  return { code: codeOf(error), details: error.message, metadata };
}

function codeOf(error: DomainError): status {
  if (error instanceof InvalidError) return status.INVALID_ARGUMENT;
  if (error instanceof NotFoundError) return status.NOT_FOUND;
  if (error instanceof ConflictError) return status.FAILED_PRECONDITION;
  if (error instanceof UnavailableError) return status.UNAVAILABLE;
  return error instanceof TimeoutError ? status.DEADLINE_EXCEEDED : status.INTERNAL;
}

/** What a status says: the same as the error that was thrown over there, so that REST and gRPC answer alike. */
export function failureOfStatus(target: string, error: unknown, timeoutMs: number): DomainError {
  if (!isServiceError(error)) return new UpstreamError(`${target} cannot be called: ${messageOf(error)}`);
  const { code, details, metadata } = error;
  switch (code) {
    case status.INVALID_ARGUMENT:
    case status.OUT_OF_RANGE:
      return new InvalidError(details);
    case status.NOT_FOUND:
      return new NotFoundError(details);
    case status.FAILED_PRECONDITION:
    case status.ALREADY_EXISTS:
    case status.ABORTED:
      return new ConflictError(details);
    case status.DEADLINE_EXCEEDED:
      return new TimeoutError(`${target} did not answer within ${timeoutMs} ms.`);
    case status.UNAVAILABLE:
      return unavailable(target, details, metadata);
    default:
      return new UpstreamError(`${target} answered ${status[code]}: ${details}`);
  }
}

/** The service's own word, or grpc-js's where there is no connection: it may have broken while the request was acted upon. */
function unavailable(target: string, details: string, metadata: Metadata): DomainError {
  const repeatable = metadata.get(PUSHBACK).length > 0 || NEVER_SENT.test(details);
  return new UnavailableError(`${target} is unavailable: ${details}`, { repeatable });
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'code' in error && 'details' in error && 'metadata' in error;
}
