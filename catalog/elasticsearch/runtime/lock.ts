import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@elastic/elasticsearch';
import { isConflict, isMissing } from './errors.ts';

/** How long a program that died keeps the others waiting. */
const LEASE_MS = 30_000;
/** Longest wait for others. */
const WAIT_MS = 60_000;
const LONGEST_PAUSE_MS = 250;
const LOCK = { index: 'migration-lock', id: 'migrate' };

interface Lease {
  owner: string;
  until: string;
}

/**
 * Does `work` while no other program does what this lock is for. It is a lease: renewed while the work goes on, over
 * by itself where the program died.
 *
 * @throws Error where others have held it for too long
 */
export async function alone<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const owner = randomUUID();
  await acquire(client, owner);
  const renewal = setInterval(() => {
    // A renewal that fails is made up for by the next.
    client.index<Lease>({ ...LOCK, document: leaseOf(owner) }).catch(() => undefined);
  }, LEASE_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await client.delete(LOCK);
  }
}

async function acquire(client: Client, owner: string): Promise<void> {
  for (const deadline = Date.now() + WAIT_MS; ; ) {
    try {
      await client.create<Lease>({ ...LOCK, document: leaseOf(owner) });
      return;
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
    await dropExpired(client);
    if (Date.now() > deadline)
      throw new Error('Another program has been migrating the database for too long.');
    await pause(Math.random() * LONGEST_PAUSE_MS);
  }
}

/** Removes the lease of a program that died, as it was read: a lease that was renewed meanwhile stays. */
async function dropExpired(client: Client): Promise<void> {
  try {
    const { _source, _seq_no, _primary_term } = await client.get<Lease>(LOCK);
    if (_source === undefined || Date.parse(_source.until) > Date.now()) return;
    if (_seq_no === undefined || _primary_term === undefined) return;
    await client.delete({ ...LOCK, if_seq_no: _seq_no, if_primary_term: _primary_term });
  } catch (error) {
    if (!isConflict(error) && !isMissing(error)) throw error;
  }
}

function leaseOf(owner: string): Lease {
  return { owner, until: new Date(Date.now() + LEASE_MS).toISOString() };
}
