import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { z } from 'zod';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Fast, and with the largest window: generated texts resemble each other over long distances. */
const OPTIONS = {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 4,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  },
};
/** A pack that unfolds into more than this was not made here. */
const MAX_BYTES = 1024 * 1024 * 1024;
/** Letters of a hash that stand in the list; a text that was found is checked against the whole hash. */
const SHORT = 16;

const header = z.object({
  packVersion: z.literal(1),
  /** Beginning of the hash and number of characters of each text, in the order in which they follow each other. */
  texts: z.array(z.tuple([z.string(), z.number()])),
});

/** Texts that were generated, by hash, folded into one file. */
export interface Pack {
  /** Name of the file. It tells the content: two packs of one name are the same, so that git never has to merge two. */
  name: string;
  /** Beginnings of the hashes of its texts. */
  hashes: ReadonlySet<string>;
  /** The file's text. */
  source: string;
}

export const PACK_NAME = /^[0-9a-f]{16}\.texts$/;

/** @returns the beginning of a hash, by which packs are searched */
export function shortHash(full: string): string {
  return full.slice(0, SHORT);
}

/** @param texts by hash; in an order that lays similar ones together */
export async function makePack(texts: ReadonlyMap<string, string>): Promise<Pack> {
  const list = [...texts].map(([full, text]) => [shortHash(full), text.length] as const);
  const folded = await compress([...texts.values()].join(''), OPTIONS);
  const source = `${JSON.stringify({ packVersion: 1, texts: list })}\n${folded.toString('base64')}\n`;
  return {
    name: `${shortHash(hash('sha256', source))}.texts`,
    hashes: new Set(list.map(([short]) => short)),
    source,
  };
}

/** @returns `undefined` for a file that is damaged or no pack: what it held is then unknown */
export function readPack(name: string, source: string): Pack | undefined {
  const list = headerOf(source);
  return list && { name, source, hashes: new Set(list.map(([short]) => short)) };
}

/** @returns the texts by beginning of their hash; none where the pack is damaged */
export async function unfold({ source }: Pack): Promise<Map<string, string>> {
  const list = headerOf(source) ?? [];
  const folded = Buffer.from(source.slice(source.indexOf('\n') + 1), 'base64');
  const all = await decompress(folded, { maxOutputLength: MAX_BYTES }).catch(() => Buffer.alloc(0));
  const joined = all.toString('utf8');
  const texts = new Map<string, string>();
  let start = 0;
  for (const [short, length] of list) {
    texts.set(short, joined.slice(start, start + length));
    start += length;
  }
  return texts;
}

function headerOf(source: string): [string, number][] | undefined {
  try {
    return header.safeParse(JSON.parse(source.slice(0, source.indexOf('\n')))).data?.texts;
  } catch {
    return undefined;
  }
}
