import { posix } from 'node:path';
import type { Choice } from '../../contract/index.ts';

/**
 * @param choices by path of a file or a folder; `.` is the whole output folder
 * @returns what was chosen for a path, the nearest folder first
 */
export function choiceOf(
  choices: Readonly<Record<string, Choice>> | undefined,
  path: string,
): Choice | undefined {
  if (!choices) return undefined;
  for (let each = path; ; each = posix.dirname(each)) {
    const choice = Object.hasOwn(choices, each) ? choices[each] : undefined;
    if (choice !== undefined || each === '.') return choice;
  }
}
