import { notifyError } from '../app/notify.ts';
import { host } from '../host.ts';
import { documentStore } from '../state/document.ts';
import { closeDialog, showDialog, viewStore } from '../state/view.ts';
import { createJournal } from './journal.ts';
import { createSession, type WriteOutcome } from './session.ts';
import { sessionStore } from './session-store.ts';

/** The session of this window. */
export const session = createSession({
  host,
  documents: documentStore,
  store: sessionStore,
  onOpened: () =>
    viewStore.setState({
      welcome: false,
      tab: 'design',
      layout: 'microservices',
      hint: false,
      dialog: { type: 'none' },
    }),
});

/** The recovery journal of this window. */
export const journal = createJournal({
  host,
  documents: documentStore,
  store: sessionStore,
  schedule: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
});

/**
 * Does what leaves the open document, after asking what is to become of unsaved changes.
 *
 * @param proceed what the person was about to do
 */
export function leaveDocument(proceed: () => void): void {
  const unsaved = documentStore.getState().dirty && !viewStore.getState().welcome;
  if (unsaved) showDialog({ type: 'unsaved', proceed });
  else proceed();
}

/**
 * Saves to the document's file, or asks for one where it has none.
 *
 * @param saved goes on with what waited for the save; not called where it fails or is cancelled
 */
export async function saveDocument(saved?: () => void): Promise<void> {
  const { path } = documentStore.getState();
  if (path === null || sessionStore.getState().readOnly) return saveDocumentAs(saved);
  settle(await session.save(), saved);
}

/** Asks for a file and saves there. `saved` as in `saveDocument`. */
export async function saveDocumentAs(saved?: () => void): Promise<void> {
  if (!sessionStore.getState().info?.nativeDialogs) {
    showDialog({ type: 'save-file', saved });
    return;
  }
  const picked = await host.files.pick({
    purpose: 'save',
    suggested: documentStore.getState().path ?? suggestedName(),
  });
  // The system's dialog has asked already whether to replace a file that exists.
  if (picked) settle(await session.saveAs(picked.path, true), saved);
}

/** Shows what a write came to, and goes on where it worked. A failure stands in the top bar. */
export function settle(outcome: WriteOutcome, saved?: () => void): void {
  if (outcome.type === 'conflict') {
    showDialog({ type: 'changed-on-disk', ...outcome.conflict });
    return;
  }
  closeDialog();
  if (outcome.type === 'written') saved?.();
  else notifyError('Could not save', new Error(outcome.why));
}

/** Opens a file that the person chooses. */
export async function openDocument(): Promise<void> {
  if (!sessionStore.getState().info?.nativeDialogs) {
    showDialog({ type: 'open-file' });
    return;
  }
  const picked = await host.files.pick({ purpose: 'open' });
  if (picked) await session.openPath(picked.path);
}

/** File name offered for a document without one: its system's name. */
export function suggestedName(): string {
  return `${documentStore.getState().parsed.document.name || 'untitled'}.arch.yaml`;
}
