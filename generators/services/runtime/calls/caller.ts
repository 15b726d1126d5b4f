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
import { remainingMs } from '../context.ts';
import type { HttpMethod, OperationContract } from '../contract.ts';
import type { Resolver } from '../discovery/resolver.ts';
import { isBreakdown, outcomeOf, TimeoutError, UnavailableError, UpstreamError } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import { validatorOf } from '../schema.ts';
import { mayRetry } from './retry.ts';

/** Failures in a row after which calls are refused at once, and how long until one is let through again. */
const BREAKER_FAILURES = 10;
const BREAKER_PAUSE_MS = 5_000;
const RETRY_FIRST_DELAY_MS = 50;
const RETRY_LONGEST_DELAY_MS = 1_000;

/** How a service calls another, in whatever protocol. */
export interface CallOptions {
  /** Name of the calling service, for the metrics. */
  readonly service: string;
  readonly url: string;
  /** Knows the target's replicas, where a registry is in use; `url` is then where none is known. */
  readonly resolver?: Resolver;
  /** How long one attempt may take. */
  readonly timeoutMs: number;
  /** Further attempts after a failure. */
  readonly retries: number;
  readonly metrics: Metrics;
}

export type Input = Readonly<Record<string, unknown>>;
export type Call = (input: Input) => Promise<unknown>;
/** One attempt at a call: one request. It throws what the runtime's errors name. */
export type Attempt = (input: Input, timeoutMs: number) => Promise<unknown>;

/** Makes a call of an operation from what one attempt is. */
export type Caller = (operation: OperationContract, attempt: Attempt) => Call;

/**
 * Makes what turns attempts into calls: with a time-out that never exceeds what the own caller still waits, retries
 * with jitter, a circuit breaker that all operations of the target share, a check of the answer, and metrics.
 */
export function createCaller(target: string, options: CallOptions): Caller {
  const { service, metrics } = options;
  const circuit = metrics.circuitOpen.labels({ service, target });
  circuit.set(0);
  const breaker = circuitBreaker(handleWhen(isBreakdown), {
    halfOpenAfter: BREAKER_PAUSE_MS,
    breaker: new ConsecutiveBreaker(BREAKER_FAILURES),
  });
  breaker.onBreak(() => circuit.set(1));
  breaker.onReset(() => circuit.set(0));
  return (operation, attempt) => callOf(target, operation, attempt, breaker, options);
}

function callOf(
  target: string,
  { name, http, output }: OperationContract,
  attempt: Attempt,
  breaker: IPolicy,
  { service, timeoutMs, retries, metrics }: CallOptions,
): Call {
  if (http === undefined)
    return () =>
      Promise.reject(new UpstreamError(`${target}.${name} cannot be called: it handles messages.`));
  const labels = { service, operation: name, target };
  const policy = wrap(
    retriesOf(http.method, retries, () => metrics.callRetries.inc(labels)),
    breaker,
  );
  const problemsOf = output === undefined ? () => [] : validatorOf(output);
  return async (input) => {
    const stop = metrics.callDuration.startTimer(labels);
    try {
      const answer = await policy.execute(() => attempt(input, patience(target, timeoutMs)));
      const problems = problemsOf(answer);
      if (problems.length > 0)
        throw new UpstreamError(`${target}.${name} breaks its contract: ${problems.join(', ')}`);
      metrics.calls.inc({ ...labels, outcome: 'ok' });
      return answer;
    } catch (error) {
      const failure =
        error instanceof BrokenCircuitError
          ? new UnavailableError(`${target} has failed too often; calls to it pause.`)
          : error;
      metrics.calls.inc({ ...labels, outcome: outcomeOf(failure) });
      throw failure;
    } finally {
      stop();
    }
  };
}

/** Time for an attempt: its own, or what is left of the caller's. */
function patience(target: string, timeoutMs: number): number {
  const left = remainingMs();
  if (left <= 0) throw new TimeoutError(`There is no time left to call ${target}.`);
  return Math.min(timeoutMs, Math.ceil(left));
}

function retriesOf(method: HttpMethod, retries: number, onRetry: () => void): IPolicy {
  if (retries === 0) return noop;
  const policy = retry(
    handleWhen((error) => mayRetry(method, error)),
    {
      maxAttempts: retries,
      // Its delays have "decorrelated jitter": callers that failed together do not come back together.
      backoff: new ExponentialBackoff({
        initialDelay: RETRY_FIRST_DELAY_MS,
        maxDelay: RETRY_LONGEST_DELAY_MS,
      }),
    },
  );
  policy.onRetry(onRetry);
  return policy;
}
