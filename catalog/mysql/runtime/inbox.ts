import type { Connections } from './connections.ts';
import { isDuplicate } from './errors.ts';
import { retryConflicts } from './retry.ts';

/** Days that handled messages are remembered: longer than any message may wait for its next attempt. */
const KEEP_DAYS = 7;
/** One in so many messages also clears out the old ones. */
const CLEAN_EVERY = 1_000;

/**
 * Does `work` unless it was done for this message before. The message is remembered together with what was written
 * for it, in one transaction, or not at all.
 */
export function once(
  connections: Connections,
  subscription: string,
  messageId: string,
  work: () => Promise<void>,
): Promise<'done' | 'duplicate'> {
  let begun = false;
  const attempt = () =>
    connections.transaction(async (statements) => {
      try {
        // A second delivery at the same time waits here for the first to commit.
        await statements.change('INSERT INTO handled_messages (subscription, message_id) VALUES (?, ?)', [
          subscription,
          messageId,
        ]);
      } catch (error) {
        if (isDuplicate(error)) return 'duplicate' as const;
        throw error;
      }
      begun = true;
      await work();
      if (Math.random() * CLEAN_EVERY < 1) {
        await statements.change(
          `DELETE FROM handled_messages WHERE handled_at < now(3) - INTERVAL ${KEEP_DAYS} DAY`,
        );
      }
      return 'done' as const;
    });
  // Work may have asked others for things: only the broker, who delivers again, may have it done anew.
  return retryConflicts(attempt, () => !begun);
}
