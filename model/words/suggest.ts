/**
 * The candidate that was probably meant.
 *
 * @param wrong what was written
 * @param candidates what could have been written
 * @returns the nearest one, at most a third of its letters away (Levenshtein), or `undefined`
 */
export function suggest(wrong: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  const text = wrong.toLowerCase();
  for (const candidate of candidates) {
    const limit = Math.max(1, Math.floor(Math.max(candidate.length, text.length) / 3));
    if (Math.abs(candidate.length - text.length) > limit) continue;
    const apart = distance(text, candidate.toLowerCase());
    if (apart <= limit && apart < nearest) {
      nearest = apart;
      best = candidate;
    }
  }
  return best;
}

/** @returns `did you mean "X"?`, or a list of what there is if that is short */
export function hintFor(wrong: string, candidates: readonly string[], kind: string): string | undefined {
  const best = suggest(wrong, candidates);
  if (best !== undefined) return `did you mean "${best}"?`;
  if (candidates.length === 0) return `there is no ${kind} yet`;
  return candidates.length <= 12 ? `${kind}: ${candidates.join(', ')}` : undefined;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that part two words, by rows (Levenshtein, "Binary codes
 * capable of correcting deletions, insertions and reversals", 1966; swaps by Damerau, "A technique for computer
 * detection and correction of spelling errors", 1964).
 */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : change;
      next.push(Math.min(change, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
