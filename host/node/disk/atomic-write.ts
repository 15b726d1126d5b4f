import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { errnoOf } from './errno.ts';
import { type FileSystem, ifExists, isWritable } from './file-system.ts';

/** Begin and end of the names of half-written files; whoever finds an old one may delete it. */
export const TEMPORARY = /^\.archwright-[0-9a-f]{16}\.tmp$/;

export interface WriteOptions {
  /** Permission bits of a new file, before the process's mask; an existing file keeps its own. */
  mode?: number;
}

/**
 * Replaces a file in one step: whoever reads it, now or after a power cut, finds the old text or the new one, whole.
 * A temporary file in the same folder is filled, flushed to disk and renamed. The file's permissions and owner stay; a
 * symbolic link stays one and its target is replaced.
 *
 * Own code because the usual package issues one `write` and does not look at how much was written: on a disk that
 * runs full it would put a truncated file in place of a whole one.
 *
 * @throws the system's error; the old file is untouched and the temporary one is gone
 */
export async function writeAtomically(
  fs: FileSystem,
  path: string,
  data: string | Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  const target = await finalTarget(fs, path);
  const existing = await ifExists(fs.stat(target));
  if (existing && !(await isWritable(fs, target))) throw denied(target);
  if (existing?.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  const temporary = join(dirname(target), `.archwright-${randomBytes(8).toString('hex')}.tmp`);
  try {
    await fill(fs, temporary, data, existing, options.mode ?? 0o666);
    await renameOver(fs, temporary, target);
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(fs, dirname(target));
}

interface Attributes {
  mode: number;
  uid: number;
  gid: number;
}

async function fill(
  fs: FileSystem,
  path: string,
  data: string | Uint8Array,
  like: Attributes | undefined,
  mode: number,
) {
  const handle = await fs.open(path, 'wx', like ? 0o600 : mode);
  try {
    await handle.writeFile(data);
    if (like) await copyAttributes(handle, like);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function copyAttributes(handle: FileHandle, like: Attributes) {
  // The owner first: changing it clears set-id bits. A user who is not the owner may not; the text matters more.
  await handle.chown(like.uid, like.gid).catch(() => undefined);
  await handle.chmod(like.mode & 0o7777).catch(() => undefined);
}

/** Where a path ends up after following symbolic links, also one that points to a file not there yet. */
export async function finalTarget(fs: FileSystem, path: string): Promise<string> {
  const real = await ifExists(fs.realpath(path));
  if (real !== undefined) return real;
  const link = await fs.readlink(path).catch(() => undefined);
  if (link === undefined) return resolve(path);
  const next = resolve(dirname(path), link);
  if (next === resolve(path)) throw Object.assign(new Error('link to itself'), { code: 'ELOOP' });
  return finalTarget(fs, next);
}

/** On Windows a virus scanner may hold a new file for a moment; other systems answer at once. */
async function renameOver(fs: FileSystem, from: string, to: string, attempts = 5): Promise<void> {
  try {
    await fs.rename(from, to);
  } catch (error) {
    const held = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(error) ?? '');
    if (!held || attempts <= 1) throw error;
    await new Promise((done) => setTimeout(done, 50));
    await renameOver(fs, from, to, attempts - 1);
  }
}

/** Makes a rename last over a power cut. Not every system can flush a folder (Windows cannot); that is no failure. */
export async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function denied(path: string): Error {
  return Object.assign(new Error(`read-only: ${path}`), { code: 'EACCES' });
}
