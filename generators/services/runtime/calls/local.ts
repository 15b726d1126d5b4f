import { runAs } from '../context.ts';
import type { AnyOperation, ServiceContract } from '../contract.ts';
import { outcomeOf } from '../errors.ts';
import type { Metrics } from '../metrics.ts';
import { inSpan, type SpanOptions } from '../tracing/span.ts';

export interface LocalOptions {
  /** Name of the calling service, for the metrics. */
  readonly service: string;
  readonly metrics: Metrics;
}

/**
 * Makes the near form of a service's interface: calls within one process. They are counted and traced as from afar;
 * nothing is serialised, tried again or timed out, as there is nothing in between that could fail.
 *
 * @param api gives the service; asked at the first call, as services of one process may need each other
 */
export function createLocal<Api extends object>(
  contract: ServiceContract,
  api: () => Api,
  { service, metrics }: LocalOptions,
): Api {
  const target = contract.service;
  const methods = Object.entries(contract.operations).map(([name, { name: operation }]) => {
    const labels = { service, operation, target };
    const done = { ...labels, outcome: 'ok' };
    const span: SpanOptions = {
      name: `${target}.${operation}`,
      kind: 'internal',
      service: target,
      attributes: { operation },
    };
    const call = async (input: never): Promise<unknown> => {
      const started = performance.now();
      try {
        const operations = api() as Readonly<Record<string, AnyOperation>>;
        const answer = await runAs(target, () => inSpan(span, async () => operations[name]?.(input)));
        metrics.calls.inc(done);
        return answer;
      } catch (error) {
        metrics.calls.inc({ ...labels, outcome: outcomeOf(error) });
        throw error;
      } finally {
        // Not by `startTimer`, which takes longer than the whole rest.
        metrics.callDuration.observe(labels, (performance.now() - started) / 1000);
      }
    };
    return [name, call];
  });
  // The contract that the methods are made from is the one that the type was generated from.
  return Object.fromEntries(methods) as Api;
}
