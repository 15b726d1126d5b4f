import type { Problem } from '#model';
import { HostFailure, type ReportedProblem } from '../disk/failure.ts';
import type { Tree } from './survey.ts';

export interface GenerateRequest {
  /** The document. */
  text: string;
  /** By default the document's first layout. */
  layout?: string;
  /** Identifiers of targets; by default all. */
  targets?: readonly string[];
  /** What the person said about single files or folders. */
  choices?: Tree['choices'];
}

/** @returns a problem as it crosses to the user interface */
export function reported({ code, severity, message, range, expected, hint }: Problem): ReportedProblem {
  return { code, severity, message, line: range.line, column: range.column, expected, hint };
}

/**
 * From a document's text to the tree to be written. The model and the generators are loaded when first needed: a host
 * that only opens files starts without them.
 *
 * @returns the tree, and the document's warnings
 * @throws HostFailure `INVALID` where the document has errors or lacks the layout
 */
export async function treeOf(request: GenerateRequest): Promise<{ tree: Tree; warnings: ReportedProblem[] }> {
  const [model, generators, { document, problems, locate, catalog }] = await Promise.all([
    import('#model'),
    import('#generators'),
    documentOf(request.text),
  ]);
  checkChoice('layout', request.layout === undefined ? [] : [request.layout], generators.layoutsOf(document));
  checkChoice(
    'target',
    request.targets ?? [],
    generators.targets.map(({ id }) => id),
  );
  const { layout, files } = generators.generate(document, catalog, {
    layout: request.layout,
    targets: request.targets,
  });
  const every =
    request.targets === undefined ? files : generators.generate(document, catalog, { layout }).files;
  const warnings = [...problems, ...model.lint(document, catalog.vocabulary, locate)].map(reported);
  return {
    tree: {
      system: document.name,
      layout,
      files,
      everyPath: every.map(({ path }) => path),
      choices: request.choices,
    },
    warnings,
  };
}

/**
 * A document that has no errors, from its text.
 *
 * @throws HostFailure `INVALID` where it has some
 */
export async function documentOf(text: string) {
  const [model, { deployableCatalog: catalog }] = await Promise.all([
    import('#model'),
    import('#catalog/deployable'),
  ]);
  const { document, problems, locate } = model.parse(text, catalog.vocabulary);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw invalid(errors.map(reported));
  return { document, problems, locate, catalog };
}

function checkChoice(what: 'layout' | 'target', chosen: readonly string[], offered: readonly string[]): void {
  const unknown = chosen.filter((id) => !offered.includes(id));
  if (unknown.length === 0) return;
  throw invalid(
    unknown.map((id) => ({
      code: `generate/unknown-${what}`,
      severity: 'error',
      message: `There is no ${what} ${JSON.stringify(id)}.`,
      line: 1,
      column: 1,
      expected: `one of ${offered.join(', ')}`,
    })),
  );
}

function invalid(problems: ReportedProblem[]) {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return new HostFailure('INVALID', `The document has ${count}. Mend it first; nothing was written.`, {
    problems,
  });
}
