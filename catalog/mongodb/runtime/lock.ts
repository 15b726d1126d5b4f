import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Collection, Db } from 'mongodb';
import { isDuplicate } from './errors.ts';

/** How long a program that died keeps the others waiting. */
const LEASE_SECONDS = 30;
/** Longest wait for others. */
const WAIT_MS = 60_000;
const LONGEST_PAUSE_MS = 250;
const LOCK = 'migrate';

interface Lease {
  _id: string;
  owner: string;
  until: Date;
}

/**
 * Does `work` while no other program does what this lock is for. It is a lease, by the server's clock: renewed while
 * the work goes on, over by itself where the program died.
 *
 * @throws Error where others have held it for too long
 */
export async function alone<T>(database: Db, work: () => Promise<T>): Promise<T> {
  const leases = database.collection<Lease>('migration_lock');
  const owner = randomUUID();
  await acquire(leases, owner);
  const renewal = setInterval(
    () => {
      // A renewal that fails is made up for by the next.
      extend(leases, owner).catch(() => undefined);
    },
    (LEASE_SECONDS * 1_000) / 3,
  );
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await leases.deleteOne({ _id: LOCK, owner });
  }
}

async function acquire(leases: Collection<Lease>, owner: string): Promise<void> {
  for (const deadline = Date.now() + WAIT_MS; ; ) {
    try {
      return await extend(leases, owner);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    await leases.deleteOne({ _id: LOCK, $expr: { $lt: ['$until', '$$NOW'] } });
    if (Date.now() > deadline)
      throw new Error('Another program has been migrating the database for too long.');
    await pause(Math.random() * LONGEST_PAUSE_MS);
  }
}

/** Takes the lease or extends it. While somebody else has it, that would be a second document of one key. */
async function extend(leases: Collection<Lease>, owner: string): Promise<void> {
  const until = { $dateAdd: { startDate: '$$NOW', unit: 'second', amount: LEASE_SECONDS } };
  await leases.updateOne({ _id: LOCK, owner }, [{ $set: { until } }], { upsert: true });
}
