/**
 * A failure in words: what happened, where, and how to fix it. Failures of the host say all of that themselves
 * (`host/node/disk/failure.ts`), so nothing is added to them here.
 *
 * @param error whatever was thrown
 */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
