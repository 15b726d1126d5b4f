import { basename, join } from 'node:path';
import { z } from 'zod';
import { type FileSystem, ifExists } from './disk/file-system.ts';
import { readJson, writeJson } from './disk/json-file.ts';
import type { Queue } from './disk/queue.ts';

/** Most files that are remembered. */
const LIMIT = 20;

const stored = z.object({
  version: z.literal(1),
  files: z.array(z.object({ path: z.string().min(1), openedAt: z.number() })),
});
type Stored = z.output<typeof stored>;

/** The files opened last, newest first. */
export class Recents {
  readonly #fs: FileSystem;
  readonly #folder: string;
  readonly #queue: Queue;

  constructor(fs: FileSystem, folder: string, queue: Queue) {
    this.#fs = fs;
    this.#folder = folder;
    this.#queue = queue;
  }

  async list() {
    const { files } = await this.#read();
    return Promise.all(
      files.map(async ({ path, openedAt }) => {
        const stats = await ifExists(this.#fs.stat(path)).catch(() => undefined);
        return { path, name: basename(path), openedAt, exists: stats?.isFile() ?? false };
      }),
    );
  }

  /** Puts a file on top of the list. */
  add(path: string, openedAt: number): Promise<void> {
    return this.#change((files) => [{ path, openedAt }, ...files.filter((file) => file.path !== path)]);
  }

  forget(path: string): Promise<void> {
    return this.#change((files) => files.filter((file) => file.path !== path));
  }

  get #path() {
    return join(this.#folder, 'recent.json');
  }

  async #read(): Promise<Stored> {
    return (await readJson(this.#fs, this.#path, stored)) ?? { version: 1, files: [] };
  }

  #change(edit: (files: Stored['files']) => Stored['files']): Promise<void> {
    return this.#queue.run(this.#path, async () => {
      const { files } = await this.#read();
      const next: Stored = { version: 1, files: edit(files).slice(0, LIMIT) };
      await writeJson(this.#fs, this.#path, this.#folder, next);
    });
  }
}
