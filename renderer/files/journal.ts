import type { ContractRouterClient } from '@orpc/contract';
import type { StoreApi } from 'zustand/vanilla';
import type { Contract } from '#host/contract';
import { wordsOf } from '../app/error-words.ts';
import type { DocumentState, DocumentStore } from '../state/document.ts';
import type { SessionState } from './session-store.ts';

/** Longest time that a change stays out of the journal, in milliseconds: a kill loses no more than a second. */
export const JOURNAL_DELAY = 600;

export interface JournalParts {
  host: Pick<ContractRouterClient<Contract>, 'journal'>;
  documents: DocumentStore;
  store: StoreApi<SessionState>;
  schedule(run: () => void, milliseconds: number): () => void;
}

/**
 * Keeps unsaved text in the host's journal, so that a crash loses nothing; saved documents leave it again. Writes never overlap: the newest
 * text follows the one under way.
 */
export function createJournal({ host, documents, store, schedule }: JournalParts) {
  let cancel: (() => void) | undefined;
  /** What the journal holds, as far as we know: document and text. */
  let kept: { id: string; text: string } | undefined;
  let running = Promise.resolve();

  const step = async ({ id, path, name, text, version, dirty }: DocumentState) => {
    if (kept && kept.id === id && kept.text === text && dirty) return;
    try {
      if (dirty) {
        await host.journal.write({ id, path, name, text, baseVersion: version });
        kept = { id, text };
      } else if (kept?.id === id) {
        await host.journal.discard({ id });
        kept = undefined;
      }
      store.setState({ journalFailure: null });
    } catch (error) {
      store.setState({ journalFailure: wordsOf(error) });
    }
  };

  /** Writes what is unsaved now. */
  const flush = (): Promise<void> => {
    cancel?.();
    cancel = undefined;
    // The state of now: by the time that earlier writes are done, another document may be open.
    const state = documents.getState();
    running = running.then(() => step(state));
    return running;
  };

  /** A document that was saved and left before its turn came: nothing of it is unsaved any more. */
  const forget = async (id: string) => {
    if (kept?.id !== id) return;
    kept = undefined;
    // Offered once too often after a kill, at the worst.
    await host.journal.discard({ id }).catch(() => undefined);
  };

  const unsubscribe = documents.subscribe((state, before) => {
    if (state.id !== before.id && !before.dirty) running = running.then(() => forget(before.id));
    if (state.text === before.text && state.id === before.id && state.dirty === before.dirty) return;
    // What is saved leaves at once: the next thing may be another document.
    if (before.dirty && !state.dirty && state.id === before.id) return void flush();
    // The first change of a burst sets the clock, so that steady typing cannot put the write off for ever.
    cancel ??= schedule(() => void flush(), JOURNAL_DELAY);
  });

  return {
    flush,
    /** Recovered text stands in the journal already. */
    adopt: (id: string, text: string) => {
      kept = { id, text };
    },
    /** Drops the open document's entry: the person does not want it kept. */
    async discard(): Promise<void> {
      cancel?.();
      cancel = undefined;
      const { id } = documents.getState();
      await running;
      kept = undefined;
      await host.journal.discard({ id });
    },
    stop: () => {
      cancel?.();
      unsubscribe();
    },
  };
}
