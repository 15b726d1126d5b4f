import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { isConflict } from './errors.ts';

const ATTEMPTS = 4;

/**
 * Does `work` again when it fell victim to a deadlock, or waited too long for a lock: the server has undone it. The
 * waits are random, so that those who met do not meet again.
 *
 * @param may whether it may be done again
 */
export function retryConflicts<T>(work: () => Promise<T>, may: () => boolean = () => true): Promise<T> {
  const policy = retry(
    handleWhen((error) => isConflict(error) && may()),
    { maxAttempts: ATTEMPTS, backoff: new ExponentialBackoff({ initialDelay: 20, maxDelay: 500 }) },
  );
  return policy.execute(work);
}
