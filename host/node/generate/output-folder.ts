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
