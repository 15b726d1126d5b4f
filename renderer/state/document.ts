import { createStore, type StoreApi } from 'zustand/vanilla';
import { catalog } from '#catalog';
import { type Edit, type EditResult, emptyDocumentText, type Vocabulary } from '#model';
import {
  type DispatchOptions,
  type DocumentState,
  dispatched,
  type Loaded,
  linted,
  loaded,
  redo,
  saved,
  undo,
} from './core.ts';
import { type Linter, silentLinter, workerLinter } from './linter.ts';

export type { DispatchOptions, DocumentState, Loaded } from './core.ts';

export interface DocumentActions {
  /** Opens a document in place of the one that is open; its history starts afresh. */
  load(source: Loaded): void;
  /** Applies an edit as one undoable step. A refused edit changes nothing and comes back with the reason. */
  dispatch(edit: Edit, options?: DispatchOptions): EditResult;
  undo(): void;
  redo(): void;
  /**
   * Notes that a text was written to a file.
   *
   * @param file where to, under which version, and (where the writing took its time) which text
   */
  markSaved(file: { path: string; version: string | null; text?: string; name?: string }): void;
}

export type DocumentStore = StoreApi<DocumentState & DocumentActions>;

/** What the store needs of the world around it. */
export interface Surroundings {
  vocabulary: Vocabulary;
  linter: Linter;
  /** Milliseconds, never going back. */
  now(): number;
  /** A new identity: lower-case letters, digits and hyphens. */
  newId(): string;
}

/** A store around the document core: it adds the clock, identities and the linter, and tells its subscribers. */
export function createDocumentStore({ vocabulary, linter, now, newId }: Surroundings): DocumentStore {
  return createStore<DocumentState & DocumentActions>()((set, get) => {
    const relint = () => {
      const { id, revision, text } = get();
      linter.request(text, (problems) => {
        const state = get();
        if (state.id === id && state.revision === revision) set(linted(state, problems));
      });
    };
    const change = (next: DocumentState) => {
      const before = get();
      if (next === before) return;
      set(next);
      if (next.text !== before.text || next.id !== before.id) relint();
    };
    return {
      ...loaded(
        { text: emptyDocumentText('untitled'), path: null, name: 'untitled', version: null },
        newId(),
        vocabulary,
      ),
      load: (source) => change(loaded(source, newId(), vocabulary)),
      dispatch(edit, options = {}) {
        const { state, result } = dispatched(get(), edit, options, now(), vocabulary);
        change(state);
        return result;
      },
      undo: () => change(undo(get(), vocabulary)),
      redo: () => change(redo(get(), vocabulary)),
      markSaved: (file) => change(saved(get(), file)),
    };
  });
}

/** The document of this window. */
export const documentStore = createDocumentStore({
  vocabulary: catalog.vocabulary,
  linter: typeof Worker === 'undefined' ? silentLinter : workerLinter(),
  now: () => performance.now(),
  newId: () => crypto.randomUUID(),
});
