import type { Dirent } from 'node:fs';
import { join } from 'node:path';
import { errnoOf } from '../disk/errno.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { LOCK_NAME } from './lock.ts';
import type { Stray } from './moved.ts';

/** Folders of other tools, in which nobody puts a generated file. */
const FOREIGN = new Set(['node_modules', '.git', '.hg', '.svn', 'dist', 'coverage']);
/** Whoever keeps more files beside generated ones waits no longer for that: the first ones are looked at. */
const MOST_FILES = 5_000;
/** Larger files are not recognised where they were moved. */
const MAX_BYTES = 512 * 1024;

/**
 * Reads the files of an output folder of which Archwright knows nothing.
 *
 * @param known relative paths that are generated, or were once
 */
export async function readStrays(fs: FileSystem, out: string, known: ReadonlySet<string>): Promise<Stray[]> {
  const paths: string[] = [];
  await walk(fs, out, '', (path) => {
    if (!known.has(path) && path !== LOCK_NAME) paths.push(path);
    return paths.length < MOST_FILES;
  });
  const found = await fs.readTexts(
    paths.map((path) => join(out, path)),
    MAX_BYTES,
  );
  return paths.flatMap((path, index) => {
    const text = found[index]?.text;
    return typeof text === 'string' ? [{ path, text }] : [];
  });
}

/** Folders reached by symbolic links are left out: they may be anywhere. */
async function walk(
  fs: FileSystem,
  out: string,
  folder: string,
  visit: (path: string) => boolean,
): Promise<boolean> {
  const entries = await entriesOf(fs, join(out, folder));
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const enters = entry.isDirectory() && !FOREIGN.has(entry.name) && !entry.name.startsWith('.archwright');
    if (enters && !(await walk(fs, out, path, visit))) return false;
    if (entry.isFile() && !visit(path)) return false;
  }
  return true;
}

/** A folder that may not be read, or is gone by now, holds nothing to be found. */
async function entriesOf(fs: FileSystem, folder: string): Promise<Dirent[]> {
  try {
    return await fs.readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (['EACCES', 'EPERM', 'ENOENT'].includes(errnoOf(error) ?? '')) return [];
    throw error;
  }
}
