import type { Queries } from './queries.ts';

/** Days that handled messages are remembered: longer than any message may wait for its next attempt. */
const KEEP_DAYS = 7;
/** One in so many messages also clears out the old ones. */
const CLEAN_EVERY = 1_000;

/**
 * Does `work` unless it was done for this message before. To be called in a transaction: the message is remembered
 * together with what was written for it, or not at all.
 */
export async function once(
  queries: Queries,
  subscription: string,
  messageId: string,
  work: () => Promise<void>,
): Promise<'done' | 'duplicate'> {
  // A second delivery at the same time waits here for the first to commit.
  const { rowCount } = await queries.query(
    'INSERT INTO handled_messages (subscription, message_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [subscription, messageId],
  );
  if (rowCount === 0) return 'duplicate';
  await work();
  if (Math.random() * CLEAN_EVERY < 1) {
    await queries.query(
      `DELETE FROM handled_messages WHERE handled_at < now() - interval '${KEEP_DAYS} days'`,
    );
  }
  return 'done';
}
