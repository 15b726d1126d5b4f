import { edgesOf } from '../graph/edges.ts';
import type { Problem } from '../problem.ts';
import type { ArchDocument } from '../schema/document.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { byPosition, type Locate, placeFinding } from '../source/finding.ts';
import type { LintContext, LintRule } from './rule.ts';

/** Every rule, in the order of the documentation. */
export const lintRules: readonly LintRule[] = [];

/**
 * Checks a document against the rules of good architecture.
 *
 * @param document the document
 * @param vocabulary the engines that exist
 * @param locate finds paths in the text
 * @returns what the rules found, sorted by place
 */
export function lint(document: ArchDocument, vocabulary: Vocabulary, locate: Locate): Problem[] {
  const context: LintContext = { document, vocabulary, edges: edgesOf(document, vocabulary) };
  const findings = lintRules.flatMap((rule) =>
    rule.check(context).map((finding) => ({ ...finding, code: `lint/${rule.id}`, severity: rule.severity })),
  );
  return findings.map((finding) => placeFinding(finding, locate)).sort(byPosition);
}
