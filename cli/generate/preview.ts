import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { PlannedFileState } from '#host/contract';
import { printable, type Terminal } from '../terminal.ts';
import { type Choices, noteUnused } from './choices.ts';
import { explained } from './words.ts';

interface Preview {
  layout: string;
  files: PlannedFileState[];
}

interface PreviewOptions {
  out: string;
  json?: boolean;
  diff?: boolean;
}

/** Shows what a write would do: a line per file that is not the same, and the differences. */
export function showPreview(
  terminal: Terminal,
  { layout, files }: Preview,
  { out, json, diff = true }: PreviewOptions,
  choices: Choices,
): void {
  noteUnused(terminal, choices, files);
  if (json) {
    const changes = files.map(({ content, current, result, base, ...file }) => {
      const difference = diff ? differenceOf({ content, current, result, base, ...file }) : undefined;
      return difference === undefined ? file : { ...file, diff: difference };
    });
    terminal.out(JSON.stringify({ ok: true, dryRun: true, layout, out, files: changes }, null, 2));
    return;
  }
  const changes = files.filter(({ action }) => action !== 'same');
  for (const file of changes) {
    terminal.out(`${file.action.padEnd(9)}${explained(file)}`);
    const difference = diff ? differenceOf(file) : undefined;
    for (const line of difference?.trimEnd().split('\n') ?? [])
      terminal.out(`    ${printable(line.replaceAll('\t', '  ').replaceAll('\r', ''))}`);
  }
  terminal.note(
    `Nothing was written. ${changes.length} files differ from ${out}, ${files.length - changes.length} are the same.`,
  );
}

/** @returns as `diff -u` writes it; `undefined` for files of which there is nothing to compare */
function differenceOf(file: PlannedFileState): string | undefined {
  const { path, place = path, action, content, current, base } = file;
  if (action === 'update' || action === 'merge')
    return patch(place, 'on disk', current ?? '', 'after writing', file.result ?? content);
  if (action !== 'conflict' && action !== 'foreign') return undefined;
  if (typeof base === 'string') return patch(place, 'last generated', base, 'newly generated', content);
  return current === null ? undefined : patch(place, 'on disk', current, 'newly generated', content);
}

function patch(path: string, oldName: string, oldText: string, newName: string, newText: string): string {
  const options = { context: 2, headerOptions: FILE_HEADERS_ONLY };
  return createTwoFilesPatch(path, path, oldText, newText, oldName, newName, options);
}
