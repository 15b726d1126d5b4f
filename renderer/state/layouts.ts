import type { ArchDocument } from '#model';

/**
 * Names of a document's layouts; `microservices` always exists. The generators have the same list (a test holds them equal), but they are fetched
 * only with the Generate tab.
 */
export function layoutNames(document: ArchDocument): string[] {
  return ['microservices', ...Object.keys(document.layouts).filter((name) => name !== 'microservices')];
}
