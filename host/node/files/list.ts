import { dirname, join } from 'node:path';
import type { FileSystem } from '../disk/file-system.ts';

/** Most entries of a folder that are shown; nobody scrolls further. */
const LIMIT = 5_000;

export interface Listing {
  path: string;
  parent: string | null;
  entries: { name: string; path: string; type: 'directory' | 'document'; modified: number }[];
}

/**
 * Folders and documents of a folder, folders first, in the order of a dictionary. Hidden ones, and links that lead
 * nowhere, are left out.
 *
 * @param documents whether `*.arch.yaml` files are wanted
 */
export async function listFolder(fs: FileSystem, path: string, documents: boolean): Promise<Listing> {
  const names = (await fs.readdir(path)).filter((name) => !name.startsWith('.')).slice(0, LIMIT);
  const entries = (await Promise.all(names.map((name) => entryOf(fs, path, name))))
    .filter((entry) => entry !== undefined)
    .filter((entry) => documents || entry.type === 'directory')
    .sort((a, b) => a.type.localeCompare(b.type) || a.name.localeCompare(b.name, 'en', { numeric: true }));
  const parent = dirname(path);
  return { path, parent: parent === path ? null : parent, entries };
}

async function entryOf(
  fs: FileSystem,
  folder: string,
  name: string,
): Promise<Listing['entries'][number] | undefined> {
  const path = join(folder, name);
  const stats = await fs.stat(path).catch(() => undefined);
  if (stats?.isDirectory()) return { name, path, type: 'directory', modified: stats.mtimeMs };
  if (stats?.isFile() && name.endsWith('.arch.yaml'))
    return { name, path, type: 'document', modified: stats.mtimeMs };
  return undefined;
}
