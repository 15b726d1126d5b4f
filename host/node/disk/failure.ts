import type { z } from 'zod';
import type { reportedProblem } from '../../contract/index.ts';
import { errnoOf } from './errno.ts';

export type ReportedProblem = z.output<typeof reportedProblem>;

/** What each declared failure of the contract carries. */
export interface FailureData {
  OUTSIDE: { code: string; path?: string };
  UNREADABLE: { path: string };
  CHANGED_ON_DISK: { path: string; version: string | null; text: string };
  INVALID: { problems: ReportedProblem[] };
}

/** A failure that the contract declares. `message` is one plain sentence and what to do about it. */
export class HostFailure<C extends keyof FailureData = keyof FailureData> extends Error {
  override name = 'HostFailure';
  readonly code: C;
  readonly data: FailureData[C];

  constructor(code: C, message: string, data: FailureData[C]) {
    super(message);
    this.code = code;
    this.data = data;
  }
}

/** What the system's codes mean, and what to do: errno(3). */
const MEANINGS: Record<string, string> = {
  EACCES: 'There is no permission for it. Choose another place, or change the permissions.',
  EPERM: 'The system does not allow it. Choose another place, or change the permissions.',
  EROFS: 'The disk is read-only. Choose a place on another disk.',
  ENOSPC: 'The disk is full. Free some space and try again; nothing was lost.',
  EDQUOT: 'The disk quota is used up. Free some space and try again; nothing was lost.',
  EFBIG: 'The file is too large for this disk.',
  ENAMETOOLONG: 'The name is too long. Choose a shorter one.',
  ENOENT: 'There is no such file or folder. Check the path.',
  ENOTDIR: 'A part of the path is a file, not a folder. Check the path.',
  EISDIR: 'It is a folder, not a file. Choose a file.',
  ELOOP: 'The symbolic links go round in a circle. Mend the link.',
  EBUSY: 'Another program is using it. Close that program and try again.',
  EMFILE: 'Too many files are open. Close some programs and try again.',
  ENFILE: 'Too many files are open. Close some programs and try again.',
  EIO: 'The disk reported an error. Check the disk, and save to another one.',
  ENOTEMPTY: 'The folder is not empty.',
  EEXIST: 'It exists already.',
  EXDEV: 'The two places are on different disks.',
};

/**
 * Turns an error of the system into words.
 *
 * @param action what was being done, e.g. `save`, `open`
 * @param path the file that it was done to, as the user knows it (not the temporary file beside it)
 * @returns a failure of the contract; anything that is no error of the system comes back unchanged
 */
export function outside(action: string, path: string, error: unknown): unknown {
  if (error instanceof HostFailure) return error;
  const code = errnoOf(error);
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error;
  const meaning = MEANINGS[code] ?? `The system answered ${code}.`;
  return new HostFailure('OUTSIDE', `Cannot ${action} ${path}. ${meaning}`, { code, path });
}

/** Runs `work`; a failure of the system leaves it in words (see `outside`). */
export async function inWords<T>(action: string, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw outside(action, path, error);
  }
}
