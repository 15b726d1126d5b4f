import type { ArchDocument } from '../schema/document.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { Finding } from '../source/finding.ts';

/**
 * Checks that everything a document refers to exists.
 *
 * @param document a document whose shape is valid, as far as it could be read
 * @param vocabulary the engines that exist
 * @returns what refers to nothing, or to the wrong thing
 */
export function checkReferences(document: ArchDocument, vocabulary: Vocabulary): Finding[] {
  const findings: Finding[] = [];
  void document;
  void vocabulary;
  return findings;
}
