import { isAbsolute, relative, resolve } from 'node:path';
import type { Choice, FileOutcome } from '#host/contract';
import type { Terminal } from '../terminal.ts';

export type Choices = Record<string, Choice>;

interface ChoiceOptions {
  restore?: string[];
  takeNew?: string[];
  keepMine?: string[];
}

/**
 * What was said on the command line about single files.
 *
 * @param out absolute path of the output folder; paths are taken as lying in it, also where they are written from `cwd`
 */
export function choicesOf(cwd: string, out: string, options: ChoiceOptions): Choices {
  const said: [Choice, string[] | undefined][] = [
    ['restore', options.restore],
    ['new', options.takeNew],
    ['mine', options.keepMine],
  ];
  return Object.fromEntries(
    said.flatMap(([choice, paths = []]) => paths.map((path) => [inFolder(cwd, out, path), choice])),
  );
}

function inFolder(cwd: string, out: string, path: string): string {
  const fromHere = relative(out, resolve(cwd, path));
  const inside = fromHere !== '' && !fromHere.startsWith('..') && !isAbsolute(fromHere);
  const way = inside ? fromHere : path;
  return (
    way
      .replaceAll('\\', '/')
      .replace(/^(\.\/)+/, '')
      .replace(/\/+$/, '') || '.'
  );
}

/** Says of which choices nothing came: a slip in a path must not go unnoticed. */
export function noteUnused(terminal: Terminal, choices: Choices, files: readonly FileOutcome[]): void {
  const chosen = files.filter(({ choice }) => choice !== undefined);
  for (const [path, choice] of Object.entries(choices)) {
    const concerns = (file: FileOutcome) =>
      path === '.' || file.path === path || file.path.startsWith(`${path}/`);
    if (!chosen.some(concerns)) terminal.note(`Nothing at ${path} ${NOTHING[choice]}.`);
  }
}

const NOTHING: Record<Choice, string> = {
  restore: 'was deleted or moved by hand, so there was nothing to bring back',
  new: 'was edited by hand, so there was nothing to replace',
  mine: 'is in conflict, so there was nothing to settle',
};
