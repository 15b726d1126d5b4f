import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HostFailure, nodeFileSystem, writeDocument } from '#host';
import { EXIT, type ExitCode, UsageError } from '../exit.ts';
import { readSample } from '../samples.ts';
import type { Terminal } from '../terminal.ts';

export interface NewOptions {
  from?: string;
  json?: boolean;
}

/** `archwright new NAME`: an empty document, or a sample under a name of one's own. */
export async function create(terminal: Terminal, name: string, options: NewOptions): Promise<ExitCode> {
  const text = await documentText(name, options.from);
  const file = `${name}.arch.yaml`;
  const path = join(terminal.cwd, file);
  if (await stat(path).catch(() => undefined)) {
    throw new HostFailure('OUTSIDE', `${file} exists already. Choose another name, or delete it first.`, {
      code: 'EEXIST',
      path,
    });
  }
  await writeDocument(nodeFileSystem, { path, text, expectedVersion: null });
  terminal.out(
    options.json
      ? JSON.stringify({ ok: true, file, path }, null, 2)
      : `Created ${file}. Open it: archwright open ${file}`,
  );
  return EXIT.done;
}

async function documentText(name: string, from: string | undefined): Promise<string> {
  const [{ applyEdit, emptyDocumentText, parse }, { catalog }] = await Promise.all([
    import('#model'),
    import('#catalog'),
  ]);
  const base = from === undefined ? emptyDocumentText('system') : await readSample(from);
  const renamed = applyEdit(
    parse(base, catalog.vocabulary),
    { type: 'set', path: ['name'], value: name },
    catalog.vocabulary,
  );
  // A name that the format refuses is refused by the format's own parser, in its own words.
  if (!renamed.ok) throw new UsageError(renamed.problem.message);
  const [problem] = renamed.parsed.problems.filter(
    ({ severity, path }) => severity === 'error' && path[0] === 'name',
  );
  if (!problem) return renamed.parsed.text;
  throw new UsageError([`${problem.message}.`, problem.hint].filter(Boolean).join(' '));
}
