import { catalog } from '#catalog';
import type { ArchDocument } from '#model';
import { documentStore } from '../state/document.ts';
import {
  callsTo,
  componentNames,
  contextNames,
  operationsToCall,
  topicsToConsume,
} from '../suggest/calls.ts';
import { keysAbove } from '../suggest/yaml-context.ts';
import { monaco } from './monaco.ts';

/** Offers what no schema can know: the names that this document holds, where one of them is expected. */
export function registerReferences(uri: monaco.Uri): void {
  monaco.languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: [' ', '.', '-'],
    provideCompletionItems(model, position) {
      if (model.uri.toString() !== uri.toString()) return { suggestions: [] };
      const line = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      const lines = [...model.getLinesContent().slice(0, position.lineNumber - 1), line];
      const words = namesFor(keysAbove(lines), documentStore.getState().parsed.document);
      const typed = /[^\s,[\]{}:]*$/.exec(line)?.[0] ?? '';
      const range = new monaco.Range(
        position.lineNumber,
        position.column - typed.length,
        position.lineNumber,
        position.column,
      );
      return {
        suggestions: words.map((word) => ({
          label: word,
          insertText: word,
          kind: monaco.languages.CompletionItemKind.Reference,
          detail: 'in this document',
          // Before what the schema offers.
          sortText: `0${word}`,
          range,
        })),
      };
    },
  });
}

/** Names that fit below these keys. */
function namesFor(keys: readonly string[], document: ArchDocument): string[] {
  const [top, , section] = keys;
  const last = keys.at(-1);
  if (top === 'connections') return last === 'from' || last === 'to' ? componentNames(document) : [];
  if (top === 'layouts') return section === 'units' || section === 'omit' ? componentNames(document) : [];
  if (top !== 'components') return [];
  if (keys.includes('calls')) return callsTo(document, catalog.vocabulary, keys[1]);
  if (last === 'consumes') return topicsToConsume(document);
  if (last === 'context') return contextNames(document);
  if (keys.includes('mix')) return operationsToCall(document);
  return section === 'routes' ? componentNames(document, 'service') : [];
}
