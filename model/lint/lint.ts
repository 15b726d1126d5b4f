import { edgesOf } from '../graph/edges.ts';
import type { Problem } from '../problem.ts';
import type { ArchDocument } from '../schema/document.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { byPosition, type Locate, placeFinding } from '../source/finding.ts';
import type { LintContext, LintRule } from './rule.ts';
import { gatewayBypass } from './rules/gateway-bypass.ts';
import { missingMonitoring } from './rules/missing-monitoring.ts';
import { missingStorage } from './rules/missing-storage.ts';
import { missingTimeout } from './rules/missing-timeout.ts';
import { plainSecret } from './rules/plain-secret.ts';
import { retryStorm } from './rules/retry-storm.ts';
import { sharedDatabase } from './rules/shared-database.ts';
import { synchronousCycle } from './rules/synchronous-cycle.ts';
import { unconsumedTopic } from './rules/unconsumed-topic.ts';
import { unpublishedTopic } from './rules/unpublished-topic.ts';
import { unusedComponent } from './rules/unused-component.ts';

/** Every rule, in the order of the documentation. */
export const lintRules: readonly LintRule[] = [
  sharedDatabase,
  synchronousCycle,
  missingTimeout,
  retryStorm,
  gatewayBypass,
  unconsumedTopic,
  unpublishedTopic,
  missingStorage,
  unusedComponent,
  plainSecret,
  missingMonitoring,
];

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
