import { type CallOptions, createCaller, type Input } from '../calls/caller.ts';
import { outgoingHeaders } from '../context.ts';
import type { OperationContract, ServiceContract } from '../contract.ts';
import { atInstance } from '../discovery/failover.ts';
import { inSpan, type Span, type SpanOptions } from '../tracing/span.ts';
import { failureOf, failureOfFetch } from './failure.ts';
import { addressOf, bodyOf, usesQuery } from './path.ts';

type Http = NonNullable<OperationContract['http']>;

/**
 * Makes the remote form of a service's interface: what a function call does in one process, it does over HTTP, with
 * the time-outs, retries and circuit breaker of every call (see `createCaller`).
 *
 * @returns an object with a method for each operation that answers HTTP
 */
export function createClient<Api extends object>(contract: ServiceContract, options: CallOptions): Api {
  const target = contract.service;
  const caller = createCaller(target, options);
  const methods = Object.entries(contract.operations).map(([name, operation]) => {
    const { http } = operation;
    const span = http === undefined ? undefined : spanOf(target, operation.name, http, options.url);
    return [
      name,
      caller(operation, async (input, timeoutMs) =>
        http === undefined || span === undefined
          ? undefined
          : inSpan(span, (open) =>
              atInstance({ ...options, target, spoken: 'http' }, (url) =>
                send({ target, url, http }, input, timeoutMs, open),
              ),
            ),
      ),
    ];
  });
  // The contract that the methods are made from is the one that the type was generated from.
  return Object.fromEntries(methods) as Api;
}

async function send(
  { target, url, http }: { target: string; url: string; http: Http },
  input: Input,
  timeoutMs: number,
  span: Pick<Span, 'set'>,
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
  span.set({ 'http.response.status_code': response.status });
  const answer = parse(text);
  const failure = failureOf(target, response.status, detailOf(answer), response.headers.has('retry-after'));
  if (failure !== undefined) throw failure;
  return answer;
}

/** https://opentelemetry.io/docs/specs/semconv/http/http-spans/ */
function spanOf(target: string, operation: string, { method, path }: Http, url: string): SpanOptions {
  const { hostname, port, protocol } = new URL(url);
  return {
    name: `${method} ${path}`,
    kind: 'client',
    attributes: {
      'http.request.method': method,
      'url.template': path,
      'server.address': hostname,
      'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
      'service.peer.name': target,
      operation,
    },
  };
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
