import type { ContractRouterClient } from '@orpc/contract';
import type { StoreApi } from 'zustand/vanilla';
import type { Contract, JournalEntry, OpenedFile } from '#host/contract';
import { emptyDocumentText } from '#model';
import { wordsOf } from '../app/error-words.ts';
import { failureOf } from '../host/failure.ts';
import type { DocumentStore } from '../state/document.ts';
import { titleOfFile } from './paths.ts';
import type { SessionState } from './session-store.ts';

/** Something that stands on disk in place of what was expected. */
export interface DiskConflict {
  path: string;
  version: string | null;
  text: string;
}

/** How an attempt to write ended. */
export type WriteOutcome =
  | { type: 'written' }
  | { type: 'conflict'; conflict: DiskConflict }
  | { type: 'failed'; why: string };

export interface SessionParts {
  host: Pick<ContractRouterClient<Contract>, 'files' | 'journal'>;
  documents: DocumentStore;
  store: StoreApi<SessionState>;
  /** Called when another document was opened. */
  onOpened(): void;
}

/** Opens, saves and recovers the document of this window. */
export function createSession({ host, documents, store, onOpened }: SessionParts) {
  const opened = (readOnly = false) => {
    store.setState({ saving: false, failure: null, readOnly, changedOutside: false });
    onOpened();
  };

  /** Shows a document that is in no file yet: a new one or a sample. */
  const openText = (text: string, name: string) => {
    documents.getState().load({ text, name, path: null, version: null });
    opened();
  };

  const openFile = (file: OpenedFile) => {
    documents
      .getState()
      .load({ text: file.text, name: titleOfFile(file.path), path: file.path, version: file.version });
    opened(file.readOnly);
  };

  /** Writes the text to a file. Nothing is overwritten that was not read before, unless `force` says so. */
  const write = async (
    path: string,
    options: { force?: boolean; expectedVersion?: string | null },
  ): Promise<WriteOutcome> => {
    const { text } = documents.getState();
    store.setState({ saving: true, failure: null });
    try {
      const written = await host.files.write({ path, text, ...options });
      documents
        .getState()
        .markSaved({ path: written.path, version: written.version, text, name: titleOfFile(written.path) });
      store.setState({ saving: false, readOnly: false, changedOutside: false });
      return { type: 'written' };
    } catch (error) {
      store.setState({ saving: false });
      const failure = failureOf(error);
      if (failure.code === 'CHANGED_ON_DISK') return { type: 'conflict', conflict: failure.data };
      const why = wordsOf(error);
      store.setState({ failure: why });
      return { type: 'failed', why };
    }
  };

  return {
    openText,
    create: () => openText(emptyDocumentText('untitled'), 'untitled'),
    openFile,
    /** @throws the host's error, if the file cannot be read */
    openPath: async (path: string) => openFile(await host.files.read({ path })),

    /** Saves to the document's own file. @throws if it has none */
    save(force = false): Promise<WriteOutcome> {
      const { path, version } = documents.getState();
      if (path === null) throw new Error('The document is in no file yet.');
      return write(path, force ? { force } : { expectedVersion: version });
    },

    /** Saves to another file. Without `force`, only where there is none yet. */
    saveAs: (path: string, force = false) => write(path, force ? { force } : { expectedVersion: null }),

    /** Takes the text on disk in place of ours, as a step that can be undone: nothing is lost. */
    takeFromDisk({ path, version, text }: DiskConflict): void {
      const { text: before, dispatch, markSaved } = documents.getState();
      dispatch(
        { type: 'text', changes: [{ offset: 0, remove: before.length, insert: text }] },
        { title: 'reload from disk' },
      );
      markSaved({ path, version, text });
      store.setState({ changedOutside: false, failure: null });
    },

    /** Goes on with what an earlier window left unsaved. */
    async recover(entry: JournalEntry): Promise<void> {
      const saved =
        entry.path === null ? null : await host.files.read({ path: entry.path }).catch(() => null);
      const { id, path, name, text, baseVersion } = entry;
      documents.getState().load({ id, path, name, text, version: baseVersion, savedText: saved?.text ?? '' });
      opened(saved?.readOnly ?? false);
    },
  };
}
