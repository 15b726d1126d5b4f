import type { Client } from 'memjs';
import { ConflictError } from '#runtime';
import { inTime, keyOf } from './client.ts';

/** Seconds that handled messages are remembered, unless memory runs short before. */
const KEEP_S = 7 * 24 * 3_600;
/** Seconds that a message may be worked on before it counts as abandoned. */
const CLAIM_S = 60;
const CLAIMED = 'claimed';
const DONE = 'done';

/**
 * Does `work` unless it was done for this message before. `add` stores only where nothing is: of two deliveries at the
 * same time one gets the claim.
 *
 * @throws ConflictError while another delivery of the message is worked on: it is to be tried again
 */
export async function once(
  client: Client,
  subscription: string,
  messageId: string,
  work: () => Promise<void>,
): Promise<'done' | 'duplicate'> {
  const key = keyOf('handled', `${subscription}:${messageId}`);
  if (!(await inTime(client.add(key, CLAIMED, { expires: CLAIM_S })))) {
    const { value } = await inTime(client.get(key));
    if (value?.toString() === DONE) return 'duplicate';
    throw new ConflictError(`Message ${messageId} is being handled.`);
  }
  try {
    await work();
  } catch (error) {
    await inTime(client.delete(key));
    throw error;
  }
  await inTime(client.set(key, DONE, { expires: KEEP_S }));
  return 'done';
}
