import { dirname } from 'node:path';
import { errnoOf } from '../disk/errno.ts';
import { HostFailure } from '../disk/failure.ts';
import { type FileSystem, ifExists } from '../disk/file-system.ts';

/**
 * @returns the real path of an output folder, `undefined` where there is none yet
 * @throws HostFailure where it is a file
 */
export async function existingFolder(fs: FileSystem, folder: string): Promise<string | undefined> {
  const stats = await ifExists(fs.stat(folder));
  if (!stats) return undefined;
  if (stats.isDirectory()) return fs.realpath(folder);
  throw new HostFailure('OUTSIDE', `${folder} is a file. Choose a folder to generate into.`, {
    code: 'ENOTDIR',
    path: folder,
  });
}

/**
 * Makes an output folder and the folders above it.
 *
 * @returns the topmost folder that was made
 * @throws what the system refuses with. On a read-only disk Node's recursive `mkdir` says `ENOENT`; the plain one, of the
 *   first folder that is missing, tells the reason.
 */
export async function makeFolder(fs: FileSystem, folder: string): Promise<string | undefined> {
  try {
    return await fs.mkdir(folder, { recursive: true });
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') await fs.mkdir(await firstMissing(fs, folder));
    throw error;
  }
}

async function firstMissing(fs: FileSystem, folder: string): Promise<string> {
  const above = dirname(folder);
  return above === folder || (await ifExists(fs.stat(above))) ? folder : firstMissing(fs, above);
}
