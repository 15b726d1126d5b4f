import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { errnoOf } from './errno.ts';

/**
 * What stands at a path, symbolic links not followed. `text`: of a file that is valid UTF-8 without NUL and not too
 * large; `null` for anything else.
 */
export interface Standing {
  kind: 'file' | 'folder' | 'link' | 'other';
  /** Permission bits; `undefined` where the text was as expected, and nobody asked. */
  mode: number | undefined;
  text: string | null;
}

/** Files after which everybody else gets a turn: a few milliseconds. */
const TURN = 128;
/** Most files fit; used again and again, because allocating takes longer than reading. */
const scratch = Buffer.allocUnsafe(512 * 1024);
const expectation = Buffer.allocUnsafe(512 * 1024);

/**
 * Looks at many files and reads them. For thousands of small files this takes a quarter of the time of asynchronous
 * reading, where each file goes through several turns of the event loop (measured: `bench/generate.ts`).
 *
 * @param maxBytes larger files are not read
 * @param expected texts that are likely to be found; one that is, is not kept in memory twice
 * @returns in the order of `paths`; `undefined` where there is nothing
 */
export function readTexts(
  paths: readonly string[],
  maxBytes: number,
  expected: readonly (string | undefined)[] = [],
): Promise<(Standing | undefined)[]> {
  return inTurns(paths, (path, index) => readStanding(path, maxBytes, expected[index]));
}

/** The same without reading: `text` is always `null`. */
export function lookAt(paths: readonly string[]): Promise<(Standing | undefined)[]> {
  return inTurns(paths, look);
}

async function inTurns<T>(paths: readonly string[], work: (path: string, index: number) => T): Promise<T[]> {
  const results: T[] = [];
  for (let start = 0; start < paths.length; start += TURN) {
    if (start > 0) await new Promise((done) => setImmediate(done));
    for (const path of paths.slice(start, start + TURN)) results.push(work(path, results.length));
  }
  return results;
}

function look(path: string): Standing | undefined {
  const stats = orAbsent(() => lstatSync(path, { throwIfNoEntry: false }));
  return stats && { kind: kindOf(stats), mode: stats.mode, text: null };
}

/** Windows cannot be told not to follow a link while opening, and no system may wait for the writer of a pipe. */
const CAREFULLY = constants.O_NOFOLLOW && constants.O_NONBLOCK;

function readStanding(path: string, maxBytes: number, expected: string | undefined): Standing | undefined {
  const seen = CAREFULLY ? undefined : look(path);
  if (!CAREFULLY && seen?.kind !== 'file') return seen;
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const file = orAbsent(() => openOrLook(path, flags));
  if (typeof file !== 'number') return file;
  try {
    if (expected !== undefined && holds(file, expected))
      return { kind: 'file', mode: undefined, text: expected };
    const stats = fstatSync(file);
    const text = stats.isFile() && stats.size <= maxBytes ? readText(file, stats.size) : null;
    return { kind: kindOf(stats), mode: stats.mode, text };
  } finally {
    closeSync(file);
  }
}

/** A link says so by `ELOOP` (FreeBSD: `EMLINK`), a socket by `ENXIO`. What may not be read is no text of ours. */
function openOrLook(path: string, flags: number): number | Standing | undefined {
  try {
    return openSync(path, flags);
  } catch (error) {
    if (['ELOOP', 'EMLINK', 'ENXIO', 'EACCES', 'EPERM'].includes(errnoOf(error) ?? '')) return look(path);
    throw error;
  }
}

function readText(file: number, size: number): string | null {
  const buffer = size <= scratch.length ? scratch : Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const count = readSync(file, buffer, length, size - length, length);
    if (count === 0) break;
    length += count;
  }
  const content = buffer.subarray(0, length);
  return content.includes(0) || !isUtf8(content) ? null : content.toString('utf8');
}

/** Whether an open file holds a text and nothing else. Asking for its size first would take as long as reading it. */
function holds(file: number, expected: string): boolean {
  const wanted = encoded(expected);
  const found = wanted.length < scratch.length ? scratch : Buffer.allocUnsafe(wanted.length + 1);
  try {
    const length = readSync(file, found, 0, wanted.length + 1, 0);
    return length === wanted.length && wanted.compare(found, 0, length) === 0;
  } catch (error) {
    // A folder, or something that has no beginning to be read from.
    if (['EISDIR', 'ESPIPE', 'EAGAIN', 'EINVAL'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}

/** A letter takes up to three bytes. */
function encoded(text: string): Buffer {
  if (text.length * 3 > expectation.length) return Buffer.from(text);
  return expectation.subarray(0, expectation.write(text));
}

function kindOf(stats: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }) {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'other';
}

function orAbsent<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return undefined;
    throw error;
  }
}
