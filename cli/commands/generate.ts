import { resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createHost } from '#host';
import { EXIT, type ExitCode } from '../exit.ts';
import { choicesOf } from '../generate/choices.ts';
import { showPreview } from '../generate/preview.ts';
import { showResult } from '../generate/result.ts';
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
  /** Show differences in a dry run. */
  diff?: boolean;
  restore?: string[];
  takeNew?: string[];
  keepMine?: string[];
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
  const out = resolve(terminal.cwd, options.out);
  const choices = choicesOf(terminal.cwd, out, options);
  const request = { text: source.text, layout: options.layout, targets: options.only, out, choices };
  if (options.dryRun) showPreview(terminal, await host.generate.preview(request), options, choices);
  else showResult(terminal, await host.generate.write(request), options, choices);
  return EXIT.done;
}
