import { posix } from 'node:path';
import { textHash } from './hash.ts';
import { plain } from './text-shape.ts';

/** A generated file that is not where it was put. */
export interface Missing {
  path: string;
  /** Hash of the text that was put there. */
  hash: string;
  /** The text itself, where it was kept. */
  text: string | undefined;
}

/** A file that Archwright knows nothing of. */
export interface Stray {
  path: string;
  text: string;
}

/** Share of lines that a moved and edited file must have in common with the text it was made from. */
const ALIKE = 0.6;
/** Shorter texts resemble too many others. */
const FEWEST_LINES = 4;

/** More comparisons than this take too long; then only files that still have their name are compared. */
const MOST_PAIRS = 100_000;

/**
 * Finds out where files were moved: by their exact text, or, where they were edited as well, by what they have in common
 * with it. Each stray file is taken once, the best match first.
 *
 * @returns the place of each file that was found, by the path it was generated at
 */
export function findMoved(missing: readonly Missing[], strays: readonly Stray[]): Map<string, string> {
  const exact = matched(exactPairs(missing, strays));
  const taken = new Set(exact.values());
  const similar = similarPairs(
    missing.filter(({ path }) => !exact.has(path)),
    strays.filter(({ path }) => !taken.has(path)),
  );
  return new Map([...exact, ...matched(similar)]);
}

/** Takes the best pairs as long as neither file is taken. */
function matched(pairs: Pair[]): Map<string, string> {
  pairs.sort((a, b) => b.score - a.score || compare(a.from, b.from) || compare(a.to, b.to));
  const places = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of pairs) {
    if (places.has(from) || taken.has(to)) continue;
    places.set(from, to);
    taken.add(to);
  }
  return places;
}

interface Pair {
  from: string;
  to: string;
  score: number;
}

/** Of several files with one text, those whose paths end alike belong together. */
function exactPairs(missing: readonly Missing[], strays: readonly Stray[]): Pair[] {
  const byHash = grouped(strays, ({ text }) => textHash(text));
  return missing.flatMap(({ path, hash }) =>
    (byHash.get(hash) ?? []).map((stray) => ({
      from: path,
      to: stray.path,
      score: commonEnd(path, stray.path),
    })),
  );
}

function similarPairs(missing: readonly Missing[], strays: readonly Stray[]): Pair[] {
  const nameOf = missing.length * strays.length > MOST_PAIRS ? posix.basename : posix.extname;
  const byName = grouped(strays, ({ path }) => nameOf(path));
  const linesOf = new Map(strays.map(({ path, text }) => [path, meaningfulLines(text)]));
  return missing.flatMap(({ path, text }) => {
    const lines = meaningfulLines(text ?? '');
    if (lines.length < FEWEST_LINES) return [];
    return (byName.get(nameOf(path)) ?? []).flatMap((stray) => {
      const score = similarity(lines, linesOf.get(stray.path) ?? []);
      return score < ALIKE ? [] : [{ from: path, to: stray.path, score }];
    });
  });
}

/** @returns share of lines in common, from 0 to 1 */
function similarity(a: readonly string[], b: readonly string[]): number {
  // A text half as long as the other cannot reach the share.
  if (Math.min(a.length, b.length) < ALIKE * Math.max(a.length, b.length)) return 0;
  const counts = new Map<string, number>();
  for (const line of a) counts.set(line, (counts.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of b) {
    const left = counts.get(line) ?? 0;
    if (left > 0) common++;
    counts.set(line, left - 1);
  }
  return common / Math.max(a.length, b.length);
}

function meaningfulLines(text: string): string[] {
  return plain(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 1);
}

/** @returns from 0 to 1: how many of the last parts of two paths are alike */
function commonEnd(a: string, b: string): number {
  const [as, bs] = [a.split('/').toReversed(), b.split('/').toReversed()];
  const different = as.findIndex((part, index) => part !== bs[index]);
  return (different === -1 ? as.length : different) / Math.max(as.length, bs.length);
}

function grouped(strays: readonly Stray[], keyOf: (stray: Stray) => string): Map<string, Stray[]> {
  const groups = new Map<string, Stray[]>();
  for (const stray of strays) {
    const key = keyOf(stray);
    const group = groups.get(key);
    if (group) group.push(stray);
    else groups.set(key, [stray]);
  }
  return groups;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
