import { z } from 'zod';

/** The first format: `files` also held the `.new` files, and of an edited file the hash of the newest text. */
const firstLock = z.object({
  lockVersion: z.literal(1),
  system: z.string(),
  layout: z.string(),
  files: z.record(z.string(), z.string()),
});

/**
 * Brings an older lock file into today's format.
 *
 * @returns anything else unchanged, to be judged by the caller
 */
export function migrateLock(value: unknown): unknown {
  const first = firstLock.safeParse(value);
  if (!first.success) return value;
  const { system, layout, files } = first.data;
  const pending: Record<string, string> = {};
  for (const [path, hash] of Object.entries(files)) {
    if (!path.endsWith('.new')) continue;
    delete files[path];
    // What the file beside it started from was not kept: until the new text has been dealt with, it counts as foreign.
    const original = path.slice(0, -'.new'.length);
    delete files[original];
    pending[original] = hash;
  }
  return { lockVersion: 2, system, layout, files, pending };
}
