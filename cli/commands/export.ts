import { resolve } from 'node:path';
import { inWords, nodeFileSystem, writeAtomically } from '#host';
import { EXIT, type ExitCode } from '../exit.ts';
import type { FORMATS } from '../formats.ts';
import { parseSource, readSource } from '../input.ts';
import { problemsAsData, showProblems } from '../problems.ts';
import type { Terminal } from '../terminal.ts';

export interface ExportOptions {
  format: (typeof FORMATS)[number];
  out?: string;
  json?: boolean;
}

/** `archwright export FILE`: the drawing, to a file or to standard output. */
export async function exportFile(
  terminal: Terminal,
  file: string,
  options: ExportOptions,
): Promise<ExitCode> {
  const source = await readSource(terminal, file);
  const { document, problems, valid } = await parseSource(source);
  if (!valid) {
    if (options.json)
      terminal.out(JSON.stringify({ ok: false, file, problems: problemsAsData(file, problems) }, null, 2));
    else showProblems(terminal, source.file, source.text, problems);
    return EXIT.problems;
  }
  const [{ exportDiagram }, { catalog }] = await Promise.all([import('#generators'), import('#catalog')]);
  const content = exportDiagram(document, catalog, options.format);
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
  else if (options.out === undefined) terminal.out(content.trimEnd());
  else terminal.out(`Wrote ${options.out}.`);
  return EXIT.done;
}

function save(terminal: Terminal, out: string, content: string): Promise<void> {
  const path = resolve(terminal.cwd, out);
  return inWords('write', path, () => writeAtomically(nodeFileSystem, path, content));
}
