import { ConflictError } from './errors.ts';

/**
 * Whether something that happens in a share of the cases happens in this one: stands in handlers where the document
 * says `10%`, until the business condition takes its place.
 *
 * @param probability from 0 to 1
 */
export function chance(probability: number): boolean {
  return Math.random() < probability;
}

/** Runs `work` several times, one after the other. @returns the last result */
export async function repeat<T>(times: number, work: () => Promise<T>): Promise<T> {
  let result = await work();
  for (let done = 1; done < times; done += 1) result = await work();
  return result;
}

/**
 * Insists on a value that the database may not have yet, such as the payment of an order that is not paid.
 *
 * @param name what is missing, for the message
 * @throws ConflictError where there is none
 */
export function present<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined) throw new ConflictError(`There is no ${name} yet.`);
  return value;
}
