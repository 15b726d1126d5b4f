import { join } from 'node:path';
import { type JournalEntry, journalEntry } from '../../contract/index.ts';
import { TEMPORARY } from '../disk/atomic-write.ts';
import { inWords } from '../disk/failure.ts';
import { type FileSystem, ifExists } from '../disk/file-system.ts';
import { readJson, writeJson } from '../disk/json-file.ts';
import type { Queue } from '../disk/queue.ts';

/** Bounds of the journal; beyond them the oldest entries go. */
export interface JournalLimits {
  entries: number;
  /** Together, on disk. */
  bytes: number;
}

const DEFAULT_LIMITS: JournalLimits = { entries: 50, bytes: 200 * 1024 * 1024 };

/** Texts of documents that were not saved yet: one file per document and window, so that a kill loses none. */
export class Journal {
  readonly #fs: FileSystem;
  readonly #folder: string;
  readonly #queue: Queue;
  readonly #limits: JournalLimits;

  constructor(fs: FileSystem, folder: string, queue: Queue, limits: JournalLimits = DEFAULT_LIMITS) {
    this.#fs = fs;
    this.#folder = folder;
    this.#queue = queue;
    this.#limits = limits;
  }

  /** Keeps a text; once this returns it is on disk. */
  write(entry: JournalEntry): Promise<void> {
    return this.#queue.run(this.#folder, () =>
      inWords('keep a copy of the unsaved document in', this.#folder, async () => {
        await writeJson(this.#fs, this.#pathOf(entry.id), this.#folder, entry);
        await this.#prune(entry.id);
      }),
    );
  }

  /** Newest first. Damaged entries are laid aside, never fatal. */
  async list(): Promise<JournalEntry[]> {
    const names = (await ifExists(this.#fs.readdir(this.#folder))) ?? [];
    const entries = await Promise.all(
      names
        .filter((name) => name.endsWith('.json'))
        .map((name) => readJson(this.#fs, join(this.#folder, name), journalEntry)),
    );
    return entries.filter((entry) => entry !== undefined).sort((a, b) => b.savedAt - a.savedAt);
  }

  discard(id: string): Promise<void> {
    return this.#queue.run(this.#folder, () => this.#fs.rm(this.#pathOf(id), { force: true }));
  }

  #pathOf(id: string): string {
    return join(this.#folder, `${id}.json`);
  }

  async #prune(keep: string): Promise<void> {
    const files = await this.#files();
    let bytes = 0;
    for (const [index, file] of files.entries()) {
      bytes += file.size;
      const surplus = index >= this.#limits.entries || bytes > this.#limits.bytes;
      if (file.abandoned || (surplus && file.path !== this.#pathOf(keep)))
        await this.#fs.rm(file.path, { force: true });
    }
  }

  /** Newest first. `abandoned`: a temporary file that a killed process left more than an hour before the newest write. */
  async #files() {
    const found = [];
    for (const name of await this.#fs.readdir(this.#folder)) {
      const path = join(this.#folder, name);
      const stats = await ifExists(this.#fs.stat(path));
      if (stats?.isFile()) found.push({ path, name, size: stats.size, modified: stats.mtimeMs });
    }
    found.sort((a, b) => b.modified - a.modified);
    const newest = found[0]?.modified ?? 0;
    return found.map((file) => ({
      ...file,
      abandoned: TEMPORARY.test(file.name) && newest - file.modified > 3_600_000,
    }));
  }
}
