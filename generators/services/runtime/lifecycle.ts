import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from './errors.ts';
import type { Log } from './log.ts';
import type { Resource } from './ports/resource.ts';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;

/**
 * Opens resources, in order. One that is not there yet is waited for: in a cluster everything starts at once, and
 * ending the process would only make it start later.
 *
 * @param signal ends the wait
 */
export async function startAll(resources: readonly Resource[], log: Log, signal: AbortSignal): Promise<void> {
  for (const resource of resources) await startOne(resource, log, signal);
}

async function startOne(resource: Resource, log: Log, signal: AbortSignal): Promise<void> {
  for (let delay = FIRST_DELAY_MS; ; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
    signal.throwIfAborted();
    try {
      return await resource.start();
    } catch (error) {
      log.warn({ resource: resource.name, reason: messageOf(error) }, 'not there yet, trying again');
      await sleep(delay, undefined, { signal });
    }
  }
}

/** Closes resources, the last opened first; one that fails does not keep the others open. */
export async function stopAll(resources: readonly Resource[], log: Log): Promise<void> {
  for (const resource of resources.toReversed()) {
    await resource
      .stop()
      .catch((error: unknown) => log.warn({ resource: resource.name, err: error }, 'did not close cleanly'));
  }
}
