import { join } from 'node:path';
import { type FileSystem, ifExists } from '../../disk/file-system.ts';
import { textHash } from '../hash.ts';
import type { Operation } from '../operation.ts';
import { makePack, PACK_NAME, type Pack, readPack, shortHash, unfold } from './pack.ts';
import { README } from './readme.ts';

/** Folder inside the output folder that holds the texts last generated. It goes into version control. */
export const TEXTS_FOLDER = '.archwright';
export const README_NAME = `${TEXTS_FOLDER}/README.md`;
/** More packs than this are folded into one. Each generation that changes something adds one. */
const MOST_PACKS = 8;
const MODE = 0o666;

/** The texts last generated: what an edited file and a newly generated one have in common. */
export class TextStore {
  readonly #packs: readonly Pack[];
  /** Files in the folder that look like packs and cannot be read. */
  readonly #damaged: readonly { name: string; source: string }[];
  readonly #readme: string | null;
  readonly #unfolded = new Map<Pack, Promise<Map<string, string>>>();

  private constructor(
    packs: readonly Pack[],
    damaged: { name: string; source: string }[],
    readme: string | null,
  ) {
    this.#packs = packs;
    this.#damaged = damaged;
    this.#readme = readme;
  }

  /** @param out real path of the output folder */
  static async open(fs: FileSystem, out: string): Promise<TextStore> {
    const folder = join(out, TEXTS_FOLDER);
    const names = (await ifExists(fs.readdir(folder))) ?? [];
    const packs: Pack[] = [];
    const damaged: { name: string; source: string }[] = [];
    for (const name of names.filter((each) => PACK_NAME.test(each)).sort()) {
      const source = await fs.readFile(join(folder, name), 'utf8');
      const pack = readPack(name, source);
      if (pack) packs.push(pack);
      else damaged.push({ name, source });
    }
    const readme = (await ifExists(fs.readFile(join(out, README_NAME), 'utf8'))) ?? null;
    return new TextStore(packs, damaged, readme);
  }

  /** @returns the text with this hash; `undefined` where it was not kept, or its pack is damaged */
  async get(hash: string): Promise<string | undefined> {
    const short = shortHash(hash);
    for (const pack of this.#packs.filter(({ hashes }) => hashes.has(short))) {
      const text = (await this.#textsOf(pack)).get(short);
      if (text !== undefined && textHash(text) === hash) return text;
    }
    return undefined;
  }

  /**
   * The steps after which the folder holds the texts that are wanted.
   *
   * @param wanted hashes of the texts to be kept
   * @param textOf gives a text that is at hand; `undefined`: only the store may have it
   */
  async operations(
    wanted: readonly string[],
    textOf: (hash: string) => string | undefined,
  ): Promise<Operation[]> {
    const missing = new Map<string, string>();
    for (const hash of wanted) {
      const text = this.#has(hash) ? undefined : textOf(hash);
      if (text !== undefined) missing.set(hash, text);
    }
    const broken = this.#damaged.map(({ name, source }) => removal(name, source));
    if (!this.#worthFolding(wanted, missing.size > 0)) return [...broken, ...(await this.#adding(missing))];
    for (const hash of wanted) {
      const text = missing.has(hash) ? undefined : await this.get(hash);
      if (text !== undefined) missing.set(hash, text);
    }
    const added = await this.#adding(missing);
    const names = new Set(added.map(({ path }) => path));
    const old = this.#packs.map(({ name, source }) => removal(name, source));
    return [...broken, ...old.filter(({ path }) => !names.has(path)), ...added];
  }

  #has(hash: string): boolean {
    const short = shortHash(hash);
    return this.#packs.some(({ hashes }) => hashes.has(short));
  }

  /** Many packs are slow to search; packs of mostly forgotten texts are a waste. */
  #worthFolding(wanted: readonly string[], adding: boolean): boolean {
    if (this.#packs.length + (adding ? 1 : 0) > MOST_PACKS) return true;
    const alive = new Set(wanted.map(shortHash));
    const all = this.#packs.flatMap(({ hashes }) => [...hashes]);
    return adding && all.filter((short) => !alive.has(short)).length > all.length / 2;
  }

  async #adding(texts: ReadonlyMap<string, string>): Promise<Operation[]> {
    if (texts.size === 0) return [];
    const { name, source } = await makePack(texts);
    const previous = this.#packs.find((pack) => pack.name === name)?.source ?? null;
    const pack = { path: `${TEXTS_FOLDER}/${name}`, text: source, previous, mode: MODE };
    const readme = { path: README_NAME, text: README, previous: null, mode: MODE };
    return [...(previous === source ? [] : [pack]), ...(this.#readme === null ? [readme] : [])];
  }

  #textsOf(pack: Pack): Promise<Map<string, string>> {
    const known = this.#unfolded.get(pack);
    if (known) return known;
    const unfolding = unfold(pack);
    this.#unfolded.set(pack, unfolding);
    return unfolding;
  }
}

function removal(name: string, source: string): Operation {
  return { path: `${TEXTS_FOLDER}/${name}`, text: null, previous: source, mode: MODE };
}
