import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Folders that may hold the strict checkers, which are no part of the repository: CHECKERS, or `tools` of a neighbour. */
const PARENT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDERS =
  process.env.CHECKERS === undefined
    ? readdirSync(PARENT).map((neighbour) => join(PARENT, neighbour, 'tools'))
    : [process.env.CHECKERS];

export interface Outcome {
  status: number | null;
  output: string;
}

/** Runs a program to its end in `folder`. */
export function run(program: string, args: readonly string[], folder: string): Outcome {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  return { status, output: `${stdout}${stderr}` };
}

/** Whether a program is installed; says aloud that a test is skipped where it is not. */
export function installed(program: string, ...probe: string[]): boolean {
  const found = spawnSync(program, probe, { stdio: 'ignore' }).error === undefined;
  if (!found) console.warn(`SKIPPED: ${program} is not installed.`);
  return found;
}

/** Path of a checker; `undefined`, and said aloud, where it is not there. */
export function checker(name: string): string | undefined {
  const path = FOLDERS.map((folder) => join(folder, name)).find((candidate) => existsSync(candidate));
  if (path === undefined)
    console.warn(`SKIPPED: there is no ${name}; set CHECKERS to the folder that holds it.`);
  return path;
}
