import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IPolicy,
  noop,
  retry,
  wrap,
} from 'cockatiel';
import { outgoingHeaders } from '../context.ts';
import type { OperationContract, ServiceContract } from '../contract.ts';
import { UnavailableError, UpstreamError } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import { validatorOf } from '../schema.ts';
import { failureOf, failureOfFetch, isBreakdown, mayRetry } from './failure.ts';
import { addressOf, bodyOf, usesQuery } from './path.ts';

/** Failures in a row after which calls are refused at once, and how long until one is let through again. */
const BREAKER_FAILURES = 10;
const BREAKER_PAUSE_MS = 5_000;
const RETRY_FIRST_DELAY_MS = 50;
const RETRY_LONGEST_DELAY_MS = 1_000;

export interface ClientOptions {
  /** Name of the calling service, for the metrics. */
  readonly service: string;
  readonly url: string;
  /** How long one attempt may take. */
  readonly timeoutMs: number;
  /** Further attempts after a failure. */
  readonly retries: number;
  readonly metrics: Metrics;
}

type Call = (input: Readonly<Record<string, unknown>>) => Promise<unknown>;

/**
 * Makes the remote form of a service's interface: what a function call does in one process, it does over HTTP, with
 * timeout, retries with jitter and a circuit breaker that all operations of the service share.
 *
 * @returns an object with a method for each operation that answers HTTP
 */
export function createClient<Api extends object>(contract: ServiceContract, options: ClientOptions): Api {
  const breaker = circuitBreaker(handleWhen(isBreakdown), {
    halfOpenAfter: BREAKER_PAUSE_MS,
    breaker: new ConsecutiveBreaker(BREAKER_FAILURES),
  });
  const methods = Object.entries(contract.operations).map(([name, operation]) => [
    name,
    callOf(contract.service, operation, breaker, options),
  ]);
  // The contract that the methods are made from is the one that the type was generated from.
  return Object.fromEntries(methods) as Api;
}

function callOf(
  target: string,
  operation: OperationContract,
  breaker: IPolicy,
  options: ClientOptions,
): Call {
  const { http } = operation;
  if (http === undefined)
    return () =>
      Promise.reject(new UpstreamError(`${target}.${operation.name} cannot be called: it handles messages.`));
  const policy = wrap(retriesOf(http.method, options.retries), breaker);
  const problemsOf = operation.output === undefined ? () => [] : validatorOf(operation.output);
  const count = (outcome: string) =>
    options.metrics.calls.inc({ service: options.service, operation: operation.name, target, outcome });
  return async (input) => {
    try {
      const answer = await policy.execute(() => send(target, http, input, options));
      const problems = problemsOf(answer);
      if (problems.length > 0)
        throw new UpstreamError(`${target}.${operation.name} breaks its contract: ${problems.join(', ')}`);
      count('ok');
      return answer;
    } catch (error) {
      const failure =
        error instanceof BrokenCircuitError
          ? new UnavailableError(`${target} has failed too often; calls to it pause.`)
          : error;
      count(isBreakdown(failure) ? 'failed' : 'refused');
      throw failure;
    }
  };
}

function retriesOf(method: NonNullable<OperationContract['http']>['method'], retries: number): IPolicy {
  if (retries === 0) return noop;
  const backoff = new ExponentialBackoff({
    initialDelay: RETRY_FIRST_DELAY_MS,
    maxDelay: RETRY_LONGEST_DELAY_MS,
  });
  return retry(
    handleWhen((error) => mayRetry(method, error)),
    { maxAttempts: retries, backoff },
  );
}

async function send(
  target: string,
  http: NonNullable<OperationContract['http']>,
  input: Readonly<Record<string, unknown>>,
  { url, timeoutMs }: ClientOptions,
): Promise<unknown> {
  const withBody = !usesQuery(http.method);
  let response: Response;
  let text: string;
  try {
    response = await fetch(addressOf(url, http, input), {
      method: http.method,
      headers: {
        accept: 'application/json',
        ...(withBody ? { 'content-type': 'application/json' } : {}),
        ...outgoingHeaders(),
      },
      ...(withBody ? { body: JSON.stringify(bodyOf(http.path, input)) } : {}),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await response.text();
  } catch (error) {
    throw failureOfFetch(target, error, timeoutMs);
  }
  const answer = parse(text);
  const failure = failureOf(target, response.status, detailOf(answer));
  if (failure !== undefined) throw failure;
  return answer;
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The explanation in a problem document, RFC 9457. */
function detailOf(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'detail' in answer) return String(answer.detail);
  return 'no explanation given';
}
