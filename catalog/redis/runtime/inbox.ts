import { ConflictError } from '#runtime';
import type { Client } from './client.ts';

/** How long handled messages are remembered: longer than any message may wait for its next attempt. */
const KEEP_MS = 7 * 24 * 3_600_000;
/** How long a message may be worked on before it counts as abandoned. */
const CLAIM_MS = 60_000;
const CLAIMED = 'claimed';
const DONE = 'done';

/**
 * Does `work` unless it was done for this message before. The message is claimed first, so that two deliveries at the
 * same time do not both do it.
 *
 * @throws ConflictError while another delivery of the message is worked on: it is to be tried again
 */
export async function once(
  client: Client,
  subscription: string,
  messageId: string,
  work: () => Promise<void>,
): Promise<'done' | 'duplicate'> {
  const key = `handled:${subscription}:${messageId}`;
  const claimed = await client.set(key, CLAIMED, {
    condition: 'NX',
    expiration: { type: 'PX', value: CLAIM_MS },
  });
  if (claimed === null) {
    if ((await client.get(key)) === DONE) return 'duplicate';
    throw new ConflictError(`Message ${messageId} is being handled.`);
  }
  try {
    await work();
  } catch (error) {
    await client.del(key);
    throw error;
  }
  await client.set(key, DONE, { expiration: { type: 'PX', value: KEEP_MS } });
  return 'done';
}
