import { expect } from 'vitest';
import type { FileOutcome } from '#host/contract';

type Files = Readonly<Record<string, string>>;

/**
 * The promise that holds whatever people did: no line that a person wrote is lost. It is in its file still, or in a file
 * that the report names. Files of which Archwright knows nothing have not changed at all.
 *
 * @param generated texts that were generated before, by path
 * @param before what stood there when the files were generated again
 * @param after what stands there now
 */
export function expectNothingLost(
  generated: Files,
  before: Files,
  after: Files,
  notable: readonly FileOutcome[],
): void {
  const named = notable.flatMap(({ path, place, beside, backup }) => [place ?? path, beside, backup]);
  const reported = new Set(named.flatMap((path) => linesOf(after[path ?? ''] ?? '')));
  const known = new Set([...Object.keys(generated), ...named]);
  for (const [path, text] of Object.entries(before).filter(([each]) => !OWN.test(each))) {
    if (!known.has(path)) expect(after[path], `${path} is nobody's business`).toBe(text);
    const theirs = new Set(linesOf(generated[path] ?? ''));
    const here = new Set(linesOf(after[path] ?? ''));
    const lost = linesOf(text).filter((line) => !theirs.has(line) && !here.has(line) && !reported.has(line));
    expect(lost, `lines of ${path}`).toEqual([]);
  }
}

/** What Archwright keeps for itself. */
const OWN = /^(archwright\.lock\.json$|\.archwright\/)/;

/** Blanks at line ends and a byte order mark are not what a person wrote. */
function linesOf(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
}
