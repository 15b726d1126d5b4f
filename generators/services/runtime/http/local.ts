import type { AnyOperation, ServiceContract } from '../contract.ts';
import type { Metrics } from '../metrics.ts';
import { isBreakdown } from './failure.ts';

export interface LocalOptions {
  /** Name of the calling service, for the metrics. */
  readonly service: string;
  readonly metrics: Metrics;
}

/**
 * Makes the near form of a service's interface: calls within one process. Only the counting is the same as from afar.
 *
 * @param api gives the service; asked at the first call, as services of one process may need each other
 */
export function createLocal<Api extends object>(
  contract: ServiceContract,
  api: () => Api,
  { service, metrics }: LocalOptions,
): Api {
  const methods = Object.entries(contract.operations).map(([name, { name: operation }]) => {
    const count = (outcome: string) =>
      metrics.calls.inc({ service, operation, target: contract.service, outcome });
    const call = async (input: never): Promise<unknown> => {
      try {
        const operations = api() as Readonly<Record<string, AnyOperation>>;
        const answer = await operations[name]?.(input);
        count('ok');
        return answer;
      } catch (error) {
        count(isBreakdown(error) ? 'failed' : 'refused');
        throw error;
      }
    };
    return [name, call];
  });
  // The contract that the methods are made from is the one that the type was generated from.
  return Object.fromEntries(methods) as Api;
}
