import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';

const ATTEMPTS = 6;

/**
 * Does `work` again where it failed for a reason that passes. The waits are random, so that those who met do not meet
 * again.
 *
 * @param passes whether the reason passes
 */
export function retryWhile<T>(passes: (error: unknown) => boolean, work: () => Promise<T>): Promise<T> {
  const policy = retry(handleWhen(passes), {
    maxAttempts: ATTEMPTS,
    backoff: new ExponentialBackoff({ initialDelay: 20, maxDelay: 500 }),
  });
  return policy.execute(work);
}
