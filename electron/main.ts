import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import { createHost } from '#host';
import { CHANNEL } from './channels.ts';
import { setupConnection } from './connect.ts';
import { nativePicker } from './dialogs.ts';
import { setupMenu } from './menu.ts';
import { setupProtocol, setupScheme } from './protocol.ts';
import { setupSecurity } from './security.ts';
import { documentIn, setupSingleInstance } from './single-instance.ts';
import { openWindow } from './window.ts';

const inApplication = (path: string) => join(app.getAppPath(), path);

let window: BrowserWindow | undefined;
/** Named at the start, before there is a page that could be told. */
let openPath = documentIn(process.argv, process.cwd());

const currentWindow = () => window;

function showWindow(): void {
  window = openWindow(
    inApplication('dist/electron/preload.cjs'),
    join(app.getPath('userData'), 'window.json'),
  );
  window.on('closed', () => {
    window = undefined;
  });
}

function focusWindow(): void {
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function openFile(path: string): void {
  if (window) window.webContents.send(CHANNEL.openFile, path);
  else openPath = path;
}

async function start(): Promise<void> {
  setupScheme();
  setupSecurity();
  await app.whenReady();
  setupProtocol(inApplication('dist/renderer'));
  setupConnection(
    createHost({
      shell: 'electron',
      version: app.getVersion(),
      samplesFolder: inApplication('samples'),
      openPath: () => openPath,
      pick: nativePicker(currentWindow),
    }),
    currentWindow,
  );
  setupMenu(currentWindow);
  showWindow();
  // macOS: an application lives on without windows, and a click on its icon opens one.
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) showWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

// Not awaited: Electron is ready only once this module has been read to its end.
if (setupSingleInstance(focusWindow, openFile)) start().catch(fail);
else app.quit();

function fail(error: unknown): void {
  dialog.showErrorBox('Archwright could not start', error instanceof Error ? error.message : String(error));
  app.exit(1);
}
