import { type BrowserWindow, dialog, type IpcMainEvent, ipcMain } from 'electron';
import { CHANNEL } from './channels.ts';
import { isTrusted } from './origin.ts';

/**
 * Asks the page before the window closes: it may have unsaved changes, and asks the user. A page that has crashed or
 * hangs cannot answer; its text is in the journal.
 */
export function setupCloseGuard(window: BrowserWindow): void {
  let mayClose = false;
  const close = () => {
    mayClose = true;
    window.close();
  };
  const answered = (event: IpcMainEvent, answer: unknown) => {
    if (answer === true && isTrusted(event, window.webContents)) close();
  };
  ipcMain.on(CHANNEL.close, answered);
  window.on('close', (event) => {
    if (mayClose || window.webContents.isCrashed()) return;
    event.preventDefault();
    window.webContents.send(CHANNEL.close);
  });
  window.on('closed', () => ipcMain.off(CHANNEL.close, answered));
  window.webContents.on(
    'render-process-gone',
    () =>
      void offer(
        window,
        'Archwright has crashed.',
        ['Reload', 'Close'],
        () => window.webContents.reload(),
        close,
      ),
  );
  window.on(
    'unresponsive',
    () => void offer(window, 'Archwright does not respond.', ['Wait', 'Close'], () => undefined, close),
  );
}

async function offer(
  window: BrowserWindow,
  message: string,
  buttons: [string, string],
  first: () => void,
  close: () => void,
): Promise<void> {
  const detail = 'What you did up to the last second is kept, and is offered at the next start.';
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 0) first();
  else close();
}
