import { createStore } from 'zustand/vanilla';
import { catalog } from '#catalog';
import { createDocumentStore, type DocumentStore } from '../state/document.ts';
import { INITIAL_SESSION, type SessionState } from './session-store.ts';

/** A document store of its own for a test: no worker, a clock that stands, counted identities. */
export function testDocuments(): DocumentStore {
  let ids = 0;
  return createDocumentStore({
    vocabulary: catalog.vocabulary,
    linter: { request: () => undefined },
    now: () => 0,
    newId: () => `document-${++ids}`,
  });
}

export const testSession = () => createStore<SessionState>()(() => INITIAL_SESSION);
