import { relative, resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createHost } from '#host';
import { counted } from '../counted.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { parseSource, readSource } from '../input.ts';
import { problemsAsData, showProblems } from '../problems.ts';
import { SAMPLES_FOLDER } from '../samples.ts';
import type { Terminal } from '../terminal.ts';
import { VERSION } from '../version.ts';

export interface GenerateOptions {
  out: string;
  layout?: string;
  only?: string[];
  dryRun?: boolean;
  json?: boolean;
}

/** `archwright generate FILE`: writes the tree, or tells what it would write. */
export async function generate(
  terminal: Terminal,
  file: string,
  options: GenerateOptions,
): Promise<ExitCode> {
  const source = await readSource(terminal, file);
  const { problems, valid } = await parseSource(source);
  if (!valid || !options.json) showProblems(terminal, source.file, source.text, problems);
  if (!valid) {
    if (options.json)
      terminal.out(JSON.stringify({ ok: false, file, problems: problemsAsData(file, problems) }, null, 2));
    else terminal.note('Nothing was generated. Mend the errors first.');
    return EXIT.problems;
  }
  // The same procedures as in the window, called in process.
  const host = createRouterClient(
    createHost({ shell: 'test', version: VERSION, samplesFolder: SAMPLES_FOLDER }),
    { context: {} },
  );
  const request = {
    text: source.text,
    layout: options.layout,
    targets: options.only,
    out: resolve(terminal.cwd, options.out),
  };
  if (options.dryRun) showPreview(terminal, await host.generate.preview(request), options);
  else showResult(terminal, await host.generate.write(request), options);
  return EXIT.done;
}

interface Preview {
  layout: string;
  files: { path: string; action: string; owner: string }[];
}

function showPreview(terminal: Terminal, { layout, files }: Preview, { out, json }: GenerateOptions): void {
  const changes = files.map(({ path, action, owner }) => ({ path, action, owner }));
  if (json) {
    terminal.out(JSON.stringify({ ok: true, dryRun: true, layout, out, files: changes }, null, 2));
    return;
  }
  for (const { action, path } of changes.filter((change) => change.action !== 'same'))
    terminal.out(`${action.padEnd(8)}${path}`);
  const same = changes.filter(({ action }) => action === 'same').length;
  terminal.note(
    `Nothing was written. ${changes.length - same} files differ from ${out}, ${same} are the same.`,
  );
}

interface Written {
  out: string;
  written: number;
  kept: string[];
  removed: string[];
}

function showResult(terminal: Terminal, result: Written, { out, json }: GenerateOptions): void {
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
  if (result.kept.length === 0) return;
  terminal.note(
    'Kept, because they were changed by hand or are not ours; where the new text differs it is beside them as .new:',
  );
  for (const path of result.kept) terminal.note(`  ${path}`);
}
