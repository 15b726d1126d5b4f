import { diff3MergeRegions } from 'node-diff3';

/** A place where both sides changed the same lines, or lines next to each other, in different ways. */
export interface Conflict {
  /** First line of the place in the person's text, from 1. */
  line: number;
  /** Lines last generated. */
  base: string[];
  /** Lines that stand there. */
  mine: string[];
  /** Lines newly generated. */
  theirs: string[];
}

export type Merge =
  | { kind: 'clean'; text: string }
  | { kind: 'conflict'; conflicts: Conflict[] }
  /** Comparing would take too long. */
  | { kind: 'too-large' };

/** Lines between the first and the last difference; the time to compare grows with the square. */
const MOST_LINES = 10_000;

/**
 * Merges a person's changes with newly generated ones, line by line. Nothing of either is dropped silently: where both
 * changed the same place the answer is a conflict. Blanks at line ends are no change worth a conflict.
 *
 * @param base text last generated
 * @param mine the person's
 * @param theirs text newly generated
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merge {
  const all = { o: base.split('\n'), a: mine.split('\n'), b: theirs.split('\n') };
  const { before, after } = commonEnds([all.a, all.o, all.b]);
  const middle = (lines: string[]) => lines.slice(before, lines.length - after);
  const [a, o, b] = [middle(all.a), middle(all.o), middle(all.b)];
  if (Math.max(a.length, o.length, b.length) > MOST_LINES) return { kind: 'too-large' };
  const merged: string[] = all.a.slice(0, before);
  const conflicts: Conflict[] = [];
  for (const region of diff3MergeRegions(a, o, b)) {
    if (region.stable) {
      for (const line of region.bufferContent) merged.push(line);
      continue;
    }
    const sides = { mine: region.aContent, base: region.oContent, theirs: region.bContent };
    const agreed = agreement(sides.base, sides.mine, sides.theirs);
    if (agreed === undefined) conflicts.push({ line: before + region.aStart + 1, ...sides });
    else for (const line of agreed) merged.push(line);
  }
  if (conflicts.length > 0) return { kind: 'conflict', conflicts };
  return { kind: 'clean', text: [...merged, ...all.a.slice(all.a.length - after)].join('\n') };
}

/** What both sides can live with; `undefined` where they differ. */
function agreement(base: string[], mine: string[], theirs: string[]): string[] | undefined {
  if (alike(mine, theirs)) return mine;
  if (alike(mine, base)) return theirs;
  return alike(theirs, base) ? mine : undefined;
}

function alike(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, index) => line.trimEnd() === b[index]?.trimEnd());
}

/** How many lines all texts begin and end with alike. */
function commonEnds(texts: readonly [string[], string[], string[]]): { before: number; after: number } {
  const [first, second, third] = texts;
  const shortest = Math.min(...texts.map(({ length }) => length));
  let before = 0;
  while (before < shortest && first[before] === second[before] && first[before] === third[before]) before++;
  let after = 0;
  const fromEnd = (lines: string[]) => lines[lines.length - 1 - after];
  while (after < shortest - before && fromEnd(first) === fromEnd(second) && fromEnd(first) === fromEnd(third))
    after++;
  return { before, after };
}
