import { expect } from 'vitest';
import type { FileOutcome } from '#host/contract';

type Files = Readonly<Record<string, string>>;

/**
 * The promise that holds whatever people did: no line that a person wrote is lost. It is in its file still, or in a file
 * that the report names.
 *
 * @param generated texts that were generated before, by path: their lines are nobody's
 * @param before what stood there when the files were generated again
 * @param after what stands there now
 */
export function expectNothingLost(
  generated: Files,
  before: Files,
  after: Files,
  notable: readonly FileOutcome[],
): void {
  const reported = new Set(namesOf(notable).flatMap((path) => linesOf(after[path] ?? '')));
  for (const [path, text] of Object.entries(before).filter(([each]) => !OWN.test(each))) {
    const theirs = new Set(linesOf(generated[path] ?? ''));
    const here = new Set(linesOf(after[path] ?? ''));
    const written = linesOf(text).filter((line) => line !== '' && !theirs.has(line));
    const lost = written.filter((line) => !here.has(line) && !reported.has(line));
    expect(lost, `lines of ${path}`).toEqual([]);
  }
}

/** Files that were never generated and are not reported have not changed at all. */
export function expectOthersUntouched(
  generated: Files,
  before: Files,
  after: Files,
  notable: readonly FileOutcome[],
): void {
  const known = new Set([...Object.keys(generated), ...namesOf(notable)]);
  for (const [path, text] of Object.entries(before).filter(([each]) => !OWN.test(each)))
    if (!known.has(path)) expect(after[path], `${path} is nobody's business`).toBe(text);
}

function namesOf(notable: readonly FileOutcome[]): string[] {
  const names = notable.flatMap(({ path, place, beside, backup }) => [place ?? path, beside, backup]);
  return names.filter((name) => name !== undefined);
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
