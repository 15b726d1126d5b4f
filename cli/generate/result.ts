import { relative } from 'node:path';
import type { FileOutcome } from '#host/contract';
import { counted } from '../counted.ts';
import type { Terminal } from '../terminal.ts';
import { type Choices, noteUnused } from './choices.ts';
import { explained } from './words.ts';

interface Written {
  out: string;
  written: number;
  kept: string[];
  removed: string[];
  notable: FileOutcome[];
}

/** Says what a write did, and everything that became of people's own changes. */
export function showResult(
  terminal: Terminal,
  result: Written,
  { out, json }: { out: string; json?: boolean },
  choices: Choices,
): void {
  noteUnused(terminal, choices, result.notable);
  if (json) {
    terminal.out(JSON.stringify({ ok: true, ...result }, null, 2));
    return;
  }
  const name = relative(terminal.cwd, result.out) || out;
  const changes = result.written + result.removed.length;
  terminal.out(
    changes === 0
      ? `${name} is up to date.`
      : `${name}: ${counted(result.written, 'file')} written, ${result.removed.length} removed.`,
  );
  for (const { title, concerns } of GROUPS) {
    const files = result.notable.filter(concerns);
    if (files.length === 0) continue;
    terminal.note(title);
    for (const file of files) terminal.note(`  ${explained(file)}`);
  }
}

/** In the order of how much there is left to do. */
const GROUPS: { title: string; concerns(file: FileOutcome): boolean }[] = [
  {
    title:
      'Conflicts. Your files stay as they are. Take from each .new file what you want and delete it, or say --take-new PATH or --keep-mine PATH:',
    concerns: ({ action }) => action === 'conflict',
  },
  {
    title: 'Not made by Archwright and in the way; they stay as they are:',
    concerns: ({ action }) => action === 'foreign',
  },
  {
    title: 'No longer generated, but you edited them, so they stay:',
    concerns: ({ action }) => action === 'orphan',
  },
  {
    title: 'Deleted by hand, so they stay deleted (--restore PATH brings one back):',
    concerns: ({ action }) => action === 'deleted',
  },
  {
    title: 'Moved by hand; they are kept up to date where they are now (--restore PATH makes them anew):',
    concerns: ({ place, action }) => place !== undefined && action !== 'conflict' && action !== 'orphan',
  },
  {
    title: 'Merged: your changes stayed and what is new came in:',
    concerns: ({ action, place }) => action === 'merge' && place === undefined,
  },
  {
    title: 'Edited by hand, and nothing is new for them:',
    concerns: ({ action, place }) => action === 'edited' && place === undefined,
  },
  {
    title: 'Replaced or brought back, as you said:',
    concerns: ({ action, choice }) => choice !== undefined && ['update', 'create'].includes(action),
  },
];
