import { notifyDone, notifyError } from '../app/notify.ts';
import { commandContext } from '../commands/context.ts';
import { commands, runCommandById } from '../commands/registry.ts';
import { menuCommands } from '../host/menu-commands.ts';
import { desktop, host, watchFile } from '../host.ts';
import { documentStore } from '../state/document.ts';
import { showDialog, viewStore } from '../state/view.ts';
import { journal, leaveDocument, session } from './current.ts';
import { sessionStore } from './session-store.ts';

/** Starts what the window does by itself: journal, guard, watch, recovery. Returns what ends it. */
export function startSession(): () => void {
  const endings = [guardUnsaved(), keepJournal(), followDisk(), followDesktop()];
  void firstSteps();
  return () => {
    for (const end of endings) end();
  };
}

/** Asks the host who it is, offers what was left unsaved, opens what was named at the start. */
async function firstSteps(): Promise<void> {
  try {
    const [info, entries] = await Promise.all([host.app.info(), host.journal.list()]);
    const first = sessionStore.getState().info === null;
    sessionStore.setState({ info });
    if (!first) return;
    if (info.openPath !== null) await session.openPath(info.openPath);
    if (entries.length > 0) showDialog({ type: 'recovery', entries });
  } catch (error) {
    notifyError('Could not start completely', error);
  }
}

/** A browser asks before it closes a page with unsaved changes; Electron asks through its preload. */
function guardUnsaved(): () => void {
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (desktop || viewStore.getState().welcome || !documentStore.getState().dirty) return;
    void journal.flush();
    event.preventDefault();
  };
  window.addEventListener('beforeunload', onBeforeUnload);
  return () => window.removeEventListener('beforeunload', onBeforeUnload);
}

/** A page that is hidden may be killed without another word: what is unsaved goes into the journal at once. */
function keepJournal(): () => void {
  const onHidden = () => {
    if (document.visibilityState === 'hidden') void journal.flush();
  };
  const onPageHide = () => void journal.flush();
  document.addEventListener('visibilitychange', onHidden);
  window.addEventListener('pagehide', onPageHide);
  return () => {
    document.removeEventListener('visibilitychange', onHidden);
    window.removeEventListener('pagehide', onPageHide);
  };
}

/** Watches the document's file: reloads it where nothing is unsaved, says so where something is. */
function followDisk(): () => void {
  let stop: (() => void) | undefined;
  let watched: string | null = null;
  const follow = () => {
    const path = viewStore.getState().welcome ? null : documentStore.getState().path;
    if (path === watched) return;
    stop?.();
    watched = path;
    stop = path === null ? undefined : watchFile(path, (version) => void onDiskVersion(path, version));
  };
  const unsubscribes = [documentStore.subscribe(follow), viewStore.subscribe(follow)];
  follow();
  return () => {
    stop?.();
    for (const unsubscribe of unsubscribes) unsubscribe();
  };
}

async function onDiskVersion(path: string, version: string | null): Promise<void> {
  const { version: ours, dirty } = documentStore.getState();
  // The version of a save under way is not known yet; the save itself notices a conflict.
  if (version === ours || sessionStore.getState().saving) return;
  if (version === null || dirty) return sessionStore.setState({ changedOutside: true });
  try {
    const file = await host.files.read({ path });
    if (file.text === documentStore.getState().text)
      return documentStore.getState().markSaved({ path, version: file.version });
    session.takeFromDisk(file);
    notifyDone('The file changed on disk and was reloaded. Undo brings back what was here.');
  } catch {
    sessionStore.setState({ changedOutside: true });
  }
}

/** Electron: menu items are commands, files come from the file manager, and closing asks about unsaved changes. */
function followDesktop(): () => void {
  if (!desktop) return () => undefined;
  desktop.setCommands(menuCommands(commands, commandContext()));
  const endings = [
    desktop.onCommand(runCommandById),
    desktop.onOpenFile((path) =>
      leaveDocument(
        () => void session.openPath(path).catch((error) => notifyError('Could not open the file', error)),
      ),
    ),
    desktop.onClose(mayClose),
  ];
  return () => {
    for (const end of endings) end();
  };
}

/** Whether the window may close: asks about unsaved changes, and waits for the answer. */
function mayClose(): Promise<boolean> {
  return new Promise((resolve) => {
    leaveDocument(() => resolve(true));
    if (viewStore.getState().dialog.type !== 'unsaved') return;
    const unsubscribe = viewStore.subscribe(({ dialog }) => {
      if (dialog.type === 'unsaved' || dialog.type === 'save-file') return;
      unsubscribe();
      // Whoever goes on closes the dialog first: a promise that is resolved already stays as it is.
      setTimeout(() => resolve(false));
    });
  });
}
