import { join } from 'node:path';
import { z } from 'zod';
import { HostFailure } from '../disk/failure.ts';
import { type FileSystem, ifExists } from '../disk/file-system.ts';
import { migrateLock } from './lock-migration.ts';
import { pathFlaw } from './paths.ts';

export const LOCK_NAME = 'archwright.lock.json';
/** Version of the lock file's own format. */
const LOCK_VERSION = 2;

/** Large systems have tens of thousands of entries: a plain loop takes a tenth of the time of `z.record`. */
const hashes = z.custom<Record<string, string>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((hash) => typeof hash === 'string'),
);
const lockFile = z.object({
  lockVersion: z.literal(LOCK_VERSION),
  /** Name of the document. */
  system: z.string(),
  layout: z.string(),
  /** Hash of the generated text that the file on disk started from, by generated path. */
  files: hashes,
  /** Hash of the text that was laid beside a file as `.new`, until somebody has taken from it what they want and deletes it. */
  pending: hashes.default({}),
  /** Where somebody moved a file, by generated path. */
  moved: hashes.default({}),
});
export type Lock = Omit<z.output<typeof lockFile>, 'lockVersion'> & {
  /** It was written in today's format. */
  isCurrent: boolean;
};

/** What is known of a folder into which nothing was generated yet. */
export const NO_LOCK: Pick<Lock, 'files' | 'pending' | 'moved'> = { files: {}, pending: {}, moved: {} };

/** @returns the lock file's text: stable order, one line per path, so that git shows what changed and merges it */
export function printLock({ system, layout, files, pending, moved }: Omit<Lock, 'isCurrent'>): string {
  const lock = {
    lockVersion: LOCK_VERSION,
    system,
    layout,
    files: sorted(files),
    ...(Object.keys(pending).length > 0 ? { pending: sorted(pending) } : {}),
    ...(Object.keys(moved).length > 0 ? { moved: sorted(moved) } : {}),
  };
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** A lock file that was read, and its text. */
export interface ReadLock {
  lock: Lock | undefined;
  /** `null` where there is none. */
  text: string | null;
}

/**
 * Reads what was generated into a folder before.
 *
 * @throws HostFailure where the lock file is damaged or newer than this program. Without knowing what was generated,
 *   every file would count as the user's and the folder would fill with `.new` files, so that is not done unasked.
 */
export async function readLock(fs: FileSystem, out: string): Promise<ReadLock> {
  const path = join(out, LOCK_NAME);
  const text = await ifExists(fs.readFile(path, 'utf8'));
  if (text === undefined) return { lock: undefined, text: null };
  const value = tryJson(text);
  const version = z.object({ lockVersion: z.number() }).safeParse(value).data?.lockVersion;
  if (version !== undefined && version > LOCK_VERSION) {
    throw new HostFailure(
      'UNREADABLE',
      `${path} was written by a newer Archwright. Update Archwright, or generate into another folder.`,
      { path },
    );
  }
  const lock = lockFile.safeParse(migrateLock(value));
  if (!lock.success || !staysInside(lock.data)) {
    throw new HostFailure(
      'UNREADABLE',
      `${path} is damaged (a merge conflict?). Restore it from version control. Or delete it: then every file that differs from the new text is kept, and the new text is laid beside it.`,
      { path },
    );
  }
  return { lock: { ...lock.data, isCurrent: version === LOCK_VERSION }, text };
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

/** A path that leads out of the folder: whoever wrote it wants a file deleted or replaced there. */
function staysInside({ files, pending, moved }: typeof NO_LOCK): boolean {
  const paths = [files, pending, moved].flatMap((part) => Object.keys(part));
  return ![...paths, ...Object.values(moved)].some((path) => pathFlaw(path, 'linux'));
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
