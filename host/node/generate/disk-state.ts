import { join, posix, relative, sep } from 'node:path';
import { HostFailure } from '../disk/failure.ts';
import { type FileSystem, ifExists } from '../disk/file-system.ts';
import type { Standing } from '../disk/look.ts';

/** Larger files are none of ours: the text is not read, the file counts as somebody else's. */
const MAX_READ_BYTES = 32 * 1024 * 1024;

/** What stands at a path now. `text: null`: something that is no text of ours (binary, huge, a symbolic link). */
export interface DiskFile {
  text: string | null;
  /** `undefined` where the text is the expected one, and nobody asked. */
  mode: number | undefined;
}

/** Reads what stands at paths of an output folder. */
export class DiskState {
  readonly #fs: FileSystem;
  readonly #out: string;
  /** Folders that were looked at. */
  readonly #folders = new Set<string>(['.']);

  /** @param out the folder's real path, without symbolic links */
  constructor(fs: FileSystem, out: string) {
    this.#fs = fs;
    this.#out = out;
  }

  /**
   * @param paths relative, with `/`
   * @param expected texts that are likely to be found there
   * @returns in the same order; `undefined` where there is nothing
   * @throws HostFailure where a folder on the way leads out of the output folder or is a file, or a folder stands at a
   *   path. Files that are as expected are not looked at that closely: nothing will be written there.
   */
  async readAll(
    paths: readonly string[],
    expected?: readonly (string | undefined)[],
  ): Promise<(DiskFile | undefined)[]> {
    const full = paths.map((path) => `${this.#out}${sep}${path}`);
    const found = await this.#fs.readTexts(full, MAX_READ_BYTES, expected);
    const others = paths.filter((_path, index) => !isAsExpected(found[index], expected?.[index]));
    await this.#checkFolders(others.map((path) => posix.dirname(path)));
    return paths.map((path, index) => this.#fileOf(path, found[index]));
  }

  async read(path: string): Promise<DiskFile | undefined> {
    return (await this.readAll([path]))[0];
  }

  #fileOf(path: string, standing: Standing | undefined): DiskFile | undefined {
    if (standing?.kind === 'folder') throw inTheWay(join(this.#out, path), 'a folder', 'a file');
    return standing && { text: standing.text, mode: standing.mode };
  }

  async #checkFolders(folders: readonly string[]): Promise<void> {
    const unknown = new Set<string>();
    for (let folder of new Set(folders))
      for (; !this.#folders.has(folder) && !unknown.has(folder); folder = posix.dirname(folder))
        unknown.add(folder);
    // Outer ones first: of what lies below a wrong one, the wrong one is the reason.
    const sorted = [...unknown].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    const found = await this.#fs.lookAt(sorted.map((folder) => join(this.#out, folder)));
    for (const [index, folder] of sorted.entries()) {
      const standing = found[index];
      if (standing && standing.kind !== 'folder') await this.#checkNoFolder(folder, standing);
      this.#folders.add(folder);
    }
  }

  async #checkNoFolder(folder: string, { kind }: Standing): Promise<void> {
    const full = join(this.#out, folder);
    if (kind !== 'link') throw inTheWay(full, 'a file', 'a folder');
    const real = await ifExists(this.#fs.realpath(full));
    if (real === undefined || !isInside(this.#out, real)) {
      const message = `${full} is a symbolic link that leads out of the output folder, so nothing was written. Remove the link, or choose another folder.`;
      throw new HostFailure('OUTSIDE', message, { code: 'EXDEV', path: full });
    }
    if (!(await this.#fs.stat(real)).isDirectory()) throw inTheWay(full, 'a link to a file', 'a folder');
  }
}

function isAsExpected(standing: Standing | undefined, expected: string | undefined): boolean {
  return expected !== undefined && standing?.text === expected;
}

/** Whether `path` is `folder` or lies in it; both without symbolic links. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && way !== path);
}

function inTheWay(path: string, found: string, wanted: string) {
  const message = `${path} is ${found}, where ${wanted} is to be generated, so nothing was written. Move it away, or choose another folder.`;
  return new HostFailure('OUTSIDE', message, { code: 'EEXIST', path });
}
