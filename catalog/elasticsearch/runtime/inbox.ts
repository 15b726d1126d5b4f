import type { Client } from '@elastic/elasticsearch';
import { ConflictError } from '#runtime';
import { isConflict, isThere, meaningOf } from './errors.ts';

const INDEX = 'handled-messages';
/** Days that handled messages are remembered: longer than any message may wait for its next attempt. */
const KEEP_DAYS = 7;
/** How long a message may be worked on before it counts as abandoned. */
const CLAIM_MS = 60_000;
/** One in so many messages also clears out the old ones. */
const CLEAN_EVERY = 1_000;

interface Claim {
  state: 'claimed' | 'done';
  at: string;
}

/** Makes the index that remembers messages. */
export async function prepareInbox(client: Client): Promise<void> {
  const properties = { state: { type: 'keyword' as const }, at: { type: 'date' as const } };
  const settings = { number_of_shards: 1, number_of_replicas: 0 };
  await client.indices
    .create({ index: INDEX, settings, mappings: { dynamic: 'strict', properties } })
    .catch((error: unknown) => {
      if (!isThere(error)) throw error;
    });
}

/**
 * Does `work` unless it was done for this message before. There are no transactions: the message is claimed first, so
 * that two deliveries at the same time do not both do the work, and the claim is given up where it fails. Who dies in
 * between leaves a claim that holds for a minute; the work is then done again.
 *
 * @throws ConflictError while another delivery of the message is worked on: it is to be tried again
 */
export async function once(
  client: Client,
  subscription: string,
  messageId: string,
  work: () => Promise<void>,
): Promise<'done' | 'duplicate'> {
  const id = `${subscription}:${messageId}`;
  if (!(await claim(client, id))) return 'duplicate';
  try {
    await work();
  } catch (error) {
    await client.delete({ index: INDEX, id }).catch(() => undefined);
    throw error;
  }
  await client.index<Claim>({ index: INDEX, id, document: { state: 'done', at: now() } });
  if (Math.random() * CLEAN_EVERY < 1) await clean(client);
  return 'done';
}

/** @returns whether the message is to be worked on; not where it was */
async function claim(client: Client, id: string): Promise<boolean> {
  const document: Claim = { state: 'claimed', at: now() };
  try {
    // Creating fails where the document is there, on whichever server: only one creates it.
    await client.create<Claim>({ index: INDEX, id, document }, { maxRetries: 0 });
    return true;
  } catch (error) {
    if (!isConflict(error)) throw meaningOf(error);
  }
  const { _source: other, _seq_no, _primary_term } = await client.get<Claim>({ index: INDEX, id });
  if (other?.state === 'done') return false;
  const held = new ConflictError(`Message ${id} is being handled.`);
  if (other === undefined || Date.now() - Date.parse(other.at) < CLAIM_MS) throw held;
  // Abandoned. It is taken over as it was read: somebody who took it over meanwhile has changed it.
  const seen = {
    ...(_seq_no === undefined ? {} : { if_seq_no: _seq_no }),
    ...(_primary_term === undefined ? {} : { if_primary_term: _primary_term }),
  };
  await client.index<Claim>({ index: INDEX, id, document, ...seen }).catch((error: unknown) => {
    throw isConflict(error) ? held : meaningOf(error);
  });
  return true;
}

async function clean(client: Client): Promise<void> {
  await client.deleteByQuery({
    index: INDEX,
    conflicts: 'proceed',
    query: { range: { at: { lt: `now-${KEEP_DAYS}d` } } },
  });
}

function now(): string {
  return new Date().toISOString();
}
