import type { GeneratedFile } from '#generators';
import type { PlannedFileState } from '../../contract/index.ts';
import type { DiskFile } from './disk-state.ts';
import { textHash } from './hash.ts';

export type Action = PlannedFileState['action'];

/** What is to happen to one path. Data: it is shown as a preview, or carried out. */
export interface Decision {
  path: string;
  action: Action;
  owner: 'tool' | 'user';
  /** The generated text; of a file that goes, what stands there. */
  content: string;
  current: string | null;
  /** Permission bits now; `undefined` where there is no file. */
  mode?: number;
  /** Hash to remember in the lock file; `undefined`: forget the path. */
  remember?: string;
  /** Where `content` is laid because the path itself is kept. */
  beside?: string;
  /** The file is full of secrets: shown masked, readable by its owner only. */
  secret?: boolean;
}

/**
 * Decides about a generated file.
 *
 * @param disk what stands at its path
 * @param remembered hash of the text generated there last, if any was
 */
export function decide(
  file: GeneratedFile,
  disk: DiskFile | undefined,
  remembered: string | undefined,
): Decision {
  const hash = textHash(file.content);
  const { path, owner, content } = file;
  const decision = { path, owner, content, current: disk?.text ?? null, mode: disk?.mode, remember: hash };
  if (!disk) return { ...decision, action: 'create' };
  // Of a user's file the hash last generated stays, so that one never touched can be removed one day.
  if (owner === 'user') return { ...decision, action: 'keep', remember: remembered };
  if (disk.hash === hash) return { ...decision, action: 'same' };
  if (remembered !== undefined && disk.hash === remembered) return { ...decision, action: 'update' };
  // The user knows the text already that was last generated; only another one is worth laying beside.
  const beside = remembered === hash ? undefined : `${path}.new`;
  return { ...decision, action: remembered === undefined ? 'foreign' : 'edited', beside };
}

/**
 * Decides about a file that was generated once and is no longer.
 *
 * @returns `undefined` where it is gone already
 */
export function decideOrphan(
  path: string,
  disk: DiskFile | undefined,
  remembered: string,
): Decision | undefined {
  if (!disk) return undefined;
  const untouched = disk.hash === remembered;
  const content = disk.text ?? '';
  const decision = { path, owner: 'tool' as const, content, current: disk.text, mode: disk.mode };
  return untouched
    ? { ...decision, action: 'remove' }
    : { ...decision, action: 'keep', remember: remembered };
}
