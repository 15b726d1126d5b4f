import type { Db } from 'mongodb';
import { isConflict, isDuplicate, meaningOf } from './errors.ts';
import { retryWhile } from './retry.ts';
import type { Sessions } from './sessions.ts';

/** How long handled messages are remembered: longer than any message may wait for its next attempt. */
const KEEP_SECONDS = 7 * 24 * 3_600;

interface Handled {
  _id: { subscription: string; messageId: string };
  handledAt: Date;
}

const COLLECTION = 'handled_messages';

/** Makes the collection, whose documents go by themselves when they are old. */
export async function prepareInbox(database: Db): Promise<void> {
  await database
    .collection<Handled>(COLLECTION)
    .createIndex({ handledAt: 1 }, { name: 'age', expireAfterSeconds: KEEP_SECONDS });
}

/**
 * Does `work` unless it was done for this message before. The message is remembered together with what was written
 * for it, in one transaction, or not at all. A second delivery at the same time is told so at once, and tries again
 * until the first has ended.
 */
export async function once(
  database: Db,
  sessions: Sessions,
  subscription: string,
  messageId: string,
  work: () => Promise<void>,
): Promise<'done' | 'duplicate'> {
  let begun = false;
  const attempt = () =>
    sessions.transaction(async () => {
      await database
        .collection<Handled>(COLLECTION)
        .insertOne({ _id: { subscription, messageId }, handledAt: new Date() }, sessions.options());
      begun = true;
      await work();
    });
  try {
    // Work may have asked others for things: only the broker, who delivers again, may have it done anew.
    await retryWhile((error) => !begun && isConflict(error), attempt);
    return 'done';
  } catch (error) {
    if (!begun && isDuplicate(error)) return 'duplicate';
    throw meaningOf(error);
  }
}
