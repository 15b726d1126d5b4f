import { edgesOf } from '../graph/edges.ts';
import type { Problem } from '../problem.ts';
import type { ArchDocument } from '../schema/document.ts';
import { byPosition, type Locate, placeFinding } from '../source/finding.ts';
import type { LintContext, LintRule, RuledVocabulary } from './rule.ts';
import { ambiguousRoute } from './rules/ambiguous-route.ts';
import { chattyPair } from './rules/chatty-pair.ts';
import { distributedWrite } from './rules/distributed-write.ts';
import { gatewayBypass } from './rules/gateway-bypass.ts';
import { missingMonitoring } from './rules/missing-monitoring.ts';
import { missingStorage } from './rules/missing-storage.ts';
import { missingTimeout } from './rules/missing-timeout.ts';
import { mixedContexts } from './rules/mixed-contexts.ts';
import { plainSecret } from './rules/plain-secret.ts';
import { retryStorm } from './rules/retry-storm.ts';
import { sharedDatabase } from './rules/shared-database.ts';
import { singlePointOfFailure } from './rules/single-point-of-failure.ts';
import { synchronousCycle } from './rules/synchronous-cycle.ts';
import { unconsumedTopic } from './rules/unconsumed-topic.ts';
import { unknownVersion } from './rules/unknown-version.ts';
import { unpublishedTopic } from './rules/unpublished-topic.ts';
import { unusedComponent } from './rules/unused-component.ts';

/** Rules that hold whatever the engines, in the order of the documentation; engines bring their own. */
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
  singlePointOfFailure,
  chattyPair,
  distributedWrite,
  mixedContexts,
  ambiguousRoute,
  unknownVersion,
];

/**
 * Checks a document against the rules of good architecture.
 *
 * @param document the document
 * @param vocabulary the engines that exist
 * @param locate finds paths in the text
 * @returns what the rules found, sorted by place
 */
export function lint(document: ArchDocument, vocabulary: RuledVocabulary, locate: Locate): Problem[] {
  const context: LintContext = { document, vocabulary, edges: edgesOf(document, vocabulary) };
  const findings = [...lintRules, ...vocabulary.rules].flatMap((rule) =>
    rule.check(context).map((finding) => ({ ...finding, code: `lint/${rule.id}`, severity: rule.severity })),
  );
  return findings.map((finding) => placeFinding(finding, locate)).sort(byPosition);
}
