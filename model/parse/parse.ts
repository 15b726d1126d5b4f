import type { Problem } from '../problem.ts';
import { checkReferences } from '../references/check.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { byPosition, placeFinding } from '../source/finding.ts';
import { locate, pathAt } from '../source/locate.ts';
import { readSource, type Source } from '../source/source.ts';
import { emptyDocument, type Framed, frameDocument } from './frame.ts';
import type { Parsed } from './parsed.ts';

/**
 * Reads a document. Never throws: whatever is wrong is a problem, and all problems are told at once.
 *
 * @param text the document's text
 * @param vocabulary the engines that it may name
 * @param previous an earlier version: what did not change is taken from it, objects and all
 * @returns the document as far as it can be read, its problems, and where everything stands
 */
export function parse(text: string, vocabulary: Vocabulary, previous?: Parsed): Parsed {
  return parseSource(readSource(text, previous?.source), vocabulary, previous);
}

/** The second half of `parse`: from the positioned tree to the document. */
export function parseSource(source: Source, vocabulary: Vocabulary, previous?: Parsed): Parsed {
  const framed = source.broken ? undefined : frameDocument(source.root?.value, vocabulary);
  const document = framed?.document ?? previous?.document ?? emptyDocument();
  const problems = problemsOf(source, framed, vocabulary);
  return {
    text: source.text,
    document,
    valid: problems.every((problem) => problem.severity !== 'error'),
    stale: source.broken,
    problems,
    locate: (path, what) => locate(source, path, what),
    pathAt: (offset) => pathAt(source, offset),
    source,
  };
}

function problemsOf(source: Source, framed: Framed | undefined, vocabulary: Vocabulary): Problem[] {
  const problems = source.flaws.map((flaw): Problem => {
    const range = source.lines.range(flaw.start, flaw.end);
    const also =
      flaw.other === undefined ? '' : `, also on line ${source.lines.range(flaw.other, flaw.other).line}`;
    return {
      code: flaw.code,
      severity: 'error',
      message: flaw.message + also,
      path: pathAt(source, flaw.start),
      range,
      ...(flaw.hint === undefined ? {} : { hint: flaw.hint }),
    };
  });
  if (framed === undefined) return problems.sort(byPosition);
  const findings = [...framed.findings, ...checkReferences(framed.document, vocabulary, framed.origin)];
  problems.push(
    ...findings.map((finding) => placeFinding(finding, (path, what) => locate(source, path, what))),
  );
  return problems.sort(byPosition);
}
