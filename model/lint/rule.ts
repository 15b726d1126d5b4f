import type { GraphEdge } from '../graph/edges.ts';
import type { Severity } from '../problem.ts';
import type { ArchDocument } from '../schema/document.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { Finding } from '../source/finding.ts';

/** What a rule may look at. */
export interface LintContext {
  document: ArchDocument;
  vocabulary: Vocabulary;
  edges: readonly GraphEdge[];
}

/** A vocabulary whose engines bring rules along. */
export interface RuledVocabulary extends Vocabulary {
  rules: readonly LintRule[];
}

/** One rule of good architecture. */
export interface LintRule {
  /** Code of its problems without `lint/`, e.g. `shared-database`. */
  id: string;
  title: string;
  severity: Severity;
  /** The reason behind the rule, in a few sentences. */
  explanation: string;
  /** Where the field's literature says so. */
  source: string;
  check(context: LintContext): LintFinding[];
}

/** A finding; code and severity are the rule's. */
export type LintFinding = Omit<Finding, 'code' | 'severity'>;
