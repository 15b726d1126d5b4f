import { dirname, join, relative, sep } from 'node:path';
import { HostFailure } from '../disk/failure.ts';
import { type FileSystem, ifExists } from '../disk/file-system.ts';
import { textHash } from './hash.ts';

/** Larger files are none of ours: the text is not read, the file counts as somebody else's. */
const MAX_READ_BYTES = 32 * 1024 * 1024;

/** What stands at a path now. `text: null`: something that is no text of ours (binary, huge, a symbolic link). */
export type DiskFile =
  | { text: string; hash: string; mode: number }
  | { text: null; hash: null; mode: number };

/** Reads what stands at paths of an output folder. */
export class DiskState {
  readonly #fs: FileSystem;
  readonly #out: string;
  readonly #folders = new Map<string, Promise<void>>();

  /** @param out the folder's real path, without symbolic links */
  constructor(fs: FileSystem, out: string) {
    this.#fs = fs;
    this.#out = out;
  }

  /**
   * @param path relative, with `/`
   * @returns `undefined` where there is nothing
   * @throws HostFailure where a folder on the way leads out of the output folder or is a file, or a folder stands at the path
   */
  async read(path: string): Promise<DiskFile | undefined> {
    await this.#checkFolder(dirname(path));
    const full = join(this.#out, path);
    const stats = await ifExists(this.#fs.lstat(full));
    if (!stats) return undefined;
    if (stats.isDirectory()) throw inTheWay(full, 'a folder', 'a file');
    if (!stats.isFile() || stats.size > MAX_READ_BYTES) return { text: null, hash: null, mode: stats.mode };
    const text = decode(await this.#fs.readFile(full));
    return text === null
      ? { text, hash: null, mode: stats.mode }
      : { text, hash: textHash(text), mode: stats.mode };
  }

  #checkFolder(folder: string): Promise<void> {
    const known = this.#folders.get(folder);
    if (known) return known;
    const checking = this.#checkUnknownFolder(folder);
    this.#folders.set(folder, checking);
    return checking;
  }

  async #checkUnknownFolder(folder: string): Promise<void> {
    if (folder === '.') return;
    await this.#checkFolder(dirname(folder));
    const full = join(this.#out, folder);
    const stats = await ifExists(this.#fs.lstat(full));
    if (!stats || stats.isDirectory()) return;
    if (!stats.isSymbolicLink()) throw inTheWay(full, 'a file', 'a folder');
    const real = await ifExists(this.#fs.realpath(full));
    if (real === undefined || !isInside(this.#out, real)) {
      const message = `${full} is a symbolic link that leads out of the output folder, so nothing was written. Remove the link, or choose another folder.`;
      throw new HostFailure('OUTSIDE', message, { code: 'EXDEV', path: full });
    }
    if (!(await this.#fs.stat(real)).isDirectory()) throw inTheWay(full, 'a link to a file', 'a folder');
  }
}

/** Whether `path` is `folder` or lies in it; both without symbolic links. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && way !== path);
}

function inTheWay(path: string, found: string, wanted: string) {
  const message = `${path} is ${found}, where ${wanted} is to be generated, so nothing was written. Move it away, or choose another folder.`;
  return new HostFailure('OUTSIDE', message, { code: 'EEXIST', path });
}

function decode(content: Uint8Array): string | null {
  try {
    return content.includes(0)
      ? null
      : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return null;
  }
}
