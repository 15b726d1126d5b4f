import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 100;

/**
 * Waits for something that happens in its own time, such as a message that travels.
 *
 * @param what for the message when it does not happen
 * @param check throws until it has happened
 * @returns what `check` returns
 */
export async function eventually<T>(what: string, check: () => Promise<T>, timeoutMs = 60_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline)
        throw new Error(`${what} did not happen within ${timeoutMs} ms`, { cause: error });
      await pause(PAUSE_MS);
    }
  }
}
