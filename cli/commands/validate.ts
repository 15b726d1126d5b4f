import type { Problem } from '#model';
import { counted } from '../counted.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { parseSource, readSource } from '../input.ts';
import { problemsAsData, showProblems } from '../problems.ts';
import type { Terminal } from '../terminal.ts';

export interface CheckOptions {
  json?: boolean;
}

/** `archwright validate FILE`: syntax, fields and references. Fails on errors. */
export async function validate(terminal: Terminal, file: string, options: CheckOptions): Promise<ExitCode> {
  const source = await readSource(terminal, file);
  const { problems, document, valid } = await parseSource(source);
  const done = `${source.file} is valid: ${document.name}, ${counted(Object.keys(document.components).length, 'component')}.`;
  return report(terminal, source, problems, { json: options.json, failed: !valid, done });
}

/** `archwright lint FILE`: the rules of good architecture as well. Fails on errors and warnings. */
export async function lint(terminal: Terminal, file: string, options: CheckOptions): Promise<ExitCode> {
  const source = await readSource(terminal, file);
  const parsed = await parseSource(source);
  const [model, { catalog }] = await Promise.all([import('#model'), import('#catalog')]);
  // What the rules would say about a document that is half understood would only be noise.
  const findings = parsed.valid ? model.lint(parsed.document, catalog.vocabulary, parsed.locate) : [];
  const problems = [...parsed.problems, ...findings];
  const failed = problems.some(({ severity }) => severity !== 'info');
  return report(terminal, source, problems, {
    json: options.json,
    failed,
    done: `${source.file} keeps every rule.`,
  });
}

interface Outcome {
  json?: boolean;
  failed: boolean;
  /** Said where there is nothing to complain about. */
  done: string;
}

function report(
  terminal: Terminal,
  { file, text }: { file: string; text: string },
  problems: readonly Problem[],
  outcome: Outcome,
): ExitCode {
  if (outcome.json) {
    terminal.out(
      JSON.stringify({ ok: !outcome.failed, file, problems: problemsAsData(file, problems) }, null, 2),
    );
  } else {
    showProblems(terminal, file, text, problems);
    if (!outcome.failed) terminal.out(outcome.done);
  }
  return outcome.failed ? EXIT.problems : EXIT.done;
}
