import { resolve } from 'node:path';
import { exportContent, inWords, nodeFileSystem, writeAtomically } from '#host';
import { EXIT, type ExitCode, UsageError } from '../exit.ts';
import type { FORMATS } from '../formats.ts';
import { parseSource, readSource } from '../input.ts';
import { problemsAsData, showProblems } from '../problems.ts';
import type { Terminal } from '../terminal.ts';

export interface ExportOptions {
  format: (typeof FORMATS)[number];
  theme?: 'light' | 'dark';
  out?: string;
  json?: boolean;
}

/** `archwright export FILE`: the drawing, or the document in another format, to a file or to standard output. */
export async function exportFile(
  terminal: Terminal,
  file: string,
  options: ExportOptions,
): Promise<ExitCode> {
  if (options.format === 'png' && options.out === undefined)
    throw new UsageError('A picture in PNG is no text. Name a file for it, e.g. --out shop.png.');
  const source = await readSource(terminal, file);
  const { document, problems, valid } = await parseSource(source);
  if (!valid) {
    if (options.json)
      terminal.out(JSON.stringify({ ok: false, file, problems: problemsAsData(file, problems) }, null, 2));
    else showProblems(terminal, source.file, source.text, problems);
    return EXIT.problems;
  }
  const { deployableCatalog } = await import('#catalog/deployable');
  const content = await exportContent(document, deployableCatalog, options.format, { theme: options.theme });
  if (options.out !== undefined) await save(terminal, options.out, content);
  if (options.json)
    terminal.out(
      JSON.stringify(
        {
          ok: true,
          format: options.format,
          out: options.out,
          content: options.out === undefined ? content : undefined,
        },
        null,
        2,
      ),
    );
  else if (typeof content === 'string' && options.out === undefined) terminal.out(content.trimEnd());
  else terminal.out(`Wrote ${options.out}.`);
  return EXIT.done;
}

function save(terminal: Terminal, out: string, content: string | Uint8Array): Promise<void> {
  const path = resolve(terminal.cwd, out);
  return inWords('write', path, () => writeAtomically(nodeFileSystem, path, content));
}
