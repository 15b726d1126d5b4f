import { join } from 'node:path';
import { z } from 'zod';
import { HostFailure } from '../disk/failure.ts';
import { type FileSystem, ifExists } from '../disk/file-system.ts';
import { pathFlaw } from './paths.ts';

export const LOCK_NAME = 'archwright.lock.json';
/** Version of the lock file's own format. */
const LOCK_VERSION = 1;

const lockFile = z.object({
  lockVersion: z.literal(LOCK_VERSION),
  /** Name of the document. */
  system: z.string(),
  layout: z.string(),
  /** Hash of the text last generated, by path. */
  files: z.record(z.string(), z.string()),
});
export type Lock = z.output<typeof lockFile>;

/** @returns the lock file's text: stable order, so that git shows what changed */
export function printLock(lock: Omit<Lock, 'lockVersion'>): string {
  const files = Object.fromEntries(Object.entries(lock.files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ lockVersion: LOCK_VERSION, system: lock.system, layout: lock.layout, files }, null, 2)}\n`;
}

/**
 * Reads what was generated into a folder before.
 *
 * @returns `undefined` where nothing was
 * @throws HostFailure where the lock file is damaged or newer than this program. Without knowing what was generated,
 *   every file would count as the user's and the folder would fill with `.new` files, so that is not done unasked.
 */
export async function readLock(fs: FileSystem, out: string): Promise<Lock | undefined> {
  const path = join(out, LOCK_NAME);
  const text = await ifExists(fs.readFile(path, 'utf8'));
  if (text === undefined) return undefined;
  const value = tryJson(text);
  const version = z.object({ lockVersion: z.number() }).safeParse(value).data?.lockVersion;
  if (version !== undefined && version > LOCK_VERSION) {
    throw new HostFailure(
      'UNREADABLE',
      `${path} was written by a newer Archwright. Update Archwright, or generate into another folder.`,
      { path },
    );
  }
  const lock = lockFile.safeParse(value);
  // A path that leads out of the folder: whoever wrote it wants a file deleted there.
  if (!lock.success || Object.keys(lock.data.files).some((file) => pathFlaw(file, 'linux'))) {
    throw new HostFailure(
      'UNREADABLE',
      `${path} is damaged (a merge conflict?). Restore it from version control. Or delete it: then every file that differs from the new text is kept, and the new text is laid beside it.`,
      { path },
    );
  }
  return lock.data;
}

/**
 * A folder belongs to one system: generating another into it would delete the first one's files as no longer needed.
 *
 * @throws HostFailure that says so
 */
export function checkSystem(lock: Lock | undefined, system: string, out: string): void {
  if (!lock || lock.system === system) return;
  const message = `${out} holds the system "${lock.system}", and this document is "${system}". Choose another folder. If the system was renamed, change "system" in ${join(out, LOCK_NAME)} to "${system}" first.`;
  throw new HostFailure('OUTSIDE', message, { code: 'EEXIST', path: out });
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
