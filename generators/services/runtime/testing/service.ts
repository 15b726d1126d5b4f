import type { ServiceContract } from '../contract.ts';
import { sample } from './sample.ts';

/**
 * Stands in for another service, in tests: every operation answers what its contract allows, and the calls are kept.
 *
 * @returns the service's operations
 */
export function fakeService<Api extends object>(contract: ServiceContract): Api {
  const methods = Object.entries(contract.operations).map(([name, { output }]) => [
    name,
    async () => (output === undefined ? undefined : sample(output)),
  ]);
  // The contract that the methods are made from is the one that the type was generated from.
  return Object.fromEntries(methods) as Api;
}
