import { parseEvents } from 'js-yaml';
import { buildTree } from './build.ts';
import { type ChunkCache, readChunks } from './chunks.ts';
import { guardBinary, guardSize, MAX_TEXT_LENGTH } from './guard.ts';
import { LineIndex } from './lines.ts';
import type { Flaw, SourceNode } from './node.ts';
import { syntaxFlaws } from './syntax.ts';

/** Most levels of maps and lists inside each other. */
export const MAX_DEPTH = 100;

/** A text with the positioned tree of what it says. */
export interface Source {
  readonly text: string;
  /** Absent for an empty text and for one that cannot be read. */
  readonly root: SourceNode | undefined;
  readonly flaws: readonly Flaw[];
  /** A flaw kept the text from being read. */
  readonly broken: boolean;
  readonly lines: LineIndex;
  /** What the text was put together from; a later version takes from it what did not change. */
  readonly chunks: ChunkCache;
}

/**
 * Reads a text into a positioned tree.
 *
 * @param text YAML
 * @param previous an earlier version: what did not change is taken from it
 * @returns the tree with everything that is wrong with the text itself; never throws
 */
export function readSource(text: string, previous?: Source): Source {
  const chunks = previous?.chunks ?? NO_CHUNKS;
  const chunked = text.length > MAX_TEXT_LENGTH ? undefined : readChunks(text, chunks, MAX_DEPTH);
  return chunked === undefined
    ? readWhole(text, chunks)
    : { text, ...chunked, broken: false, lines: new LineIndex(text) };
}

/**
 * Reads a text at once, without looking for chunks.
 *
 * @param text YAML
 * @param chunks what an earlier version was made of: kept while the text has an error, for when it is mended
 */
export function readWhole(text: string, chunks: ChunkCache = NO_CHUNKS): Source {
  const lines = new LineIndex(text);
  const refused = guardSize(text) ?? guardBinary(text);
  if (refused !== undefined) return { text, root: undefined, flaws: [refused], broken: true, lines, chunks };
  try {
    const { root, flaws } = buildTree(text, parseEvents(text, { maxDepth: MAX_DEPTH }));
    const broken = flaws.some((flaw) => flaw.fatal === true);
    return { text, root: broken ? undefined : root, flaws, broken, lines, chunks };
  } catch (cause) {
    return { text, root: undefined, flaws: syntaxFlaws(text, cause), broken: true, lines, chunks };
  }
}

const NO_CHUNKS: ChunkCache = new Map();
