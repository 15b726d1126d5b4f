import { TimeoutError, UnavailableError } from '../errors.ts';
import { addressOfInstance, type Resolver, type Spoken } from './resolver.ts';

/** Replicas that are tried before the plain address is. */
const MOST_INSTANCES = 3;

interface Whereabouts {
  readonly target: string;
  readonly spoken: Spoken;
  /** The service's plain address: its name in DNS. */
  readonly url: string;
  readonly resolver?: Resolver | undefined;
}

/**
 * Makes one attempt at a replica that the registry names. Where nothing listens, the next one is tried, and at last
 * the plain address: a registry that is away, or late, fails no call.
 *
 * @param attempt one request; it throws an `UnavailableError` where the other side surely did not act
 */
export async function atInstance<Answer>(
  { target, spoken, url, resolver }: Whereabouts,
  attempt: (url: string) => Promise<Answer>,
): Promise<Answer> {
  for (let tried = 0; resolver !== undefined && tried < MOST_INSTANCES; tried += 1) {
    const instance = resolver.resolve(target, spoken);
    if (instance === undefined) break;
    try {
      return await attempt(addressOfInstance(instance, spoken));
    } catch (error) {
      const silent = error instanceof UnavailableError && error.repeatable;
      if (silent || error instanceof TimeoutError) resolver.reject(target, instance);
      if (!silent) throw error;
    }
  }
  return attempt(url);
}
