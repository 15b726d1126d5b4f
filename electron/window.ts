import { join } from 'node:path';
import { app, BrowserWindow, screen, type WebPreferences } from 'electron';
import { setupCloseGuard } from './close-guard.ts';
import { PAGE } from './origin.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

/** All stated, the defaults too: what protects the user must not change with a new version of Electron. */
export function webPreferences(preload: string, developerTools: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: developerTools,
  };
}

/**
 * Opens the window.
 *
 * @param preload path of the bundled preload script
 * @param statePath file that keeps the window's place
 */
export function openWindow(preload: string, statePath: string): BrowserWindow {
  const state = readWindowState(
    statePath,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    ...state?.bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Archwright',
    icon: join(app.getAppPath(), 'build/icon.png'),
    backgroundColor: '#14161a',
    webPreferences: webPreferences(preload, !app.isPackaged),
  });
  if (state?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => keepWindowState(statePath, window));
  setupCloseGuard(window);
  void window.loadURL(PAGE);
  return window;
}
