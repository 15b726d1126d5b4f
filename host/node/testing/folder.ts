import { mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A folder of its own for every test of the file; `path` joins names to it. */
export function temporaryFolder() {
  let folder = '';
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'archwright-test-')));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return { path: (...names: string[]) => join(folder, ...names) };
}

/** @returns every file below a folder with its text, by relative path; empty where there is no folder */
export async function treeAt(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const texts = await Promise.all(
    files.map(
      async (file) => [relative(folder, file).replaceAll(sep, '/'), await readFile(file, 'utf8')] as const,
    ),
  );
  return Object.fromEntries(texts);
}

/** @returns the files of an output folder without what Archwright keeps there for itself: its lock file and texts */
export async function outputAt(folder: string): Promise<Record<string, string>> {
  const { 'archwright.lock.json': _lock, ...files } = await treeAt(folder);
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('.archwright/')));
}
