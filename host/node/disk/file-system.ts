import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import { errnoOf } from './errno.ts';
import { lookAt, readTexts } from './look.ts';

/**
 * The part of the file system that the host uses. Handed in, so that tests can make any step fail (disk full, no
 * permission, killed half-way) without a special machine.
 */
export type FileSystem = Pick<
  typeof fs,
  | 'access'
  | 'chmod'
  | 'chown'
  | 'lstat'
  | 'mkdir'
  | 'open'
  | 'readdir'
  | 'readFile'
  | 'readlink'
  | 'realpath'
  | 'rename'
  | 'rm'
  | 'rmdir'
  | 'stat'
  | 'unlink'
> & { lookAt: typeof lookAt; readTexts: typeof readTexts };

/** The machine's own file system. */
export const nodeFileSystem: FileSystem = { ...fs, lookAt, readTexts };

/** @returns the result of `action`, or `undefined` where the file or a folder above it does not exist */
export async function ifExists<T>(action: Promise<T>): Promise<T | undefined> {
  try {
    return await action;
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/**
 * Whether a file or folder may be written. The permission bits count as well as `access`: an administrator may write
 * anything, but a file marked read-only is meant to stay as it is.
 */
export async function isWritable(fs: FileSystem, path: string): Promise<boolean> {
  try {
    await fs.access(path, constants.W_OK);
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
  const { mode } = await fs.stat(path);
  return (mode & 0o222) !== 0;
}
