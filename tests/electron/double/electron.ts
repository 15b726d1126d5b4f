import { EventEmitter } from 'node:events';
import type { Page } from '@playwright/test';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';
import { BrowserWindowDouble } from './browser-window.ts';
import { MessageChannelDouble } from './ports.ts';

export interface DoubleOptions {
  /** Folder that stands for the application's own. */
  application: string;
  userData: string;
  preload: string;
  openPage(): Promise<Page>;
  /** False: another one runs already. */
  first?: boolean;
}

type PermissionRequest = (
  contents: unknown,
  permission: string,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string },
) => void;

/** A session: keeps the handlers that the application sets, for the tests to call. */
export class SessionDouble {
  permissionRequest: PermissionRequest | undefined;
  permissionCheck: ((contents: unknown, permission: string, origin: string) => boolean) | undefined;
  devicePermission: (() => boolean) | undefined;
  beforeRequest:
    | ((details: { url: string }, answer: (result: { cancel: boolean }) => void) => void)
    | undefined;
  readonly webRequest = {
    onBeforeRequest: (handler: SessionDouble['beforeRequest']) => {
      this.beforeRequest = handler;
    },
  };

  setPermissionRequestHandler(handler: PermissionRequest): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: NonNullable<SessionDouble['permissionCheck']>): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermission = handler;
  }
}

/**
 * Stands in for the `electron` module: what the main process asks of Electron is recorded or carried out over a real
 * Chromium page. The application's own code runs unchanged.
 */
export function createElectron(options: DoubleOptions) {
  const ipcMain = new EventEmitter();
  const windows: BrowserWindowDouble[] = [];
  const state = {
    windows,
    session: new SessionDouble(),
    schemes: [] as unknown[],
    menu: [] as MenuItemConstructorOptions[],
    opened: [] as string[],
    dialogs: [] as { kind: string; options: unknown }[],
    answers: { open: [] as string[], save: '', message: 0 },
    quits: 0,
  };
  let serve: (request: Request) => Promise<Response> = async () => new Response('', { status: 404 });

  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    getAppPath: () => options.application,
    getPath: () => options.userData,
    getVersion: () => '1.2.3',
    requestSingleInstanceLock: () => options.first ?? true,
    whenReady: async () => {
      // Electron makes its session once it is ready.
      app.emit('session-created', state.session);
    },
    quit: () => void state.quits++,
    exit: (code: number) => {
      throw new Error(`the application gave up with ${code}`);
    },
  });

  class BrowserWindow extends BrowserWindowDouble {
    static getAllWindows = () => windows.filter((window) => !window.destroyed);

    constructor(given: BrowserWindowConstructorOptions) {
      super(given, {
        openPage: options.openPage,
        preload: options.preload,
        serve: (request) => serve(request),
        ipcMain,
      });
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
  }

  const record = (kind: string, given: unknown) => state.dialogs.push({ kind, options: given });
  const module = {
    app,
    BrowserWindow,
    ipcMain,
    MessageChannelMain: MessageChannelDouble,
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
    shell: { openExternal: async (url: string) => void state.opened.push(url) },
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => void state.schemes.push(...schemes),
      handle: (_scheme: string, handler: typeof serve) => {
        serve = handler;
      },
    },
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (menu: MenuItemConstructorOptions[]) => {
        state.menu = menu;
      },
    },
    dialog: {
      showOpenDialog: async (_window: unknown, given: unknown) => {
        record('open', given);
        return { canceled: state.answers.open.length === 0, filePaths: state.answers.open };
      },
      showSaveDialog: async (_window: unknown, given: unknown) => {
        record('save', given);
        return { canceled: state.answers.save === '', filePath: state.answers.save };
      },
      showMessageBox: async (_window: unknown, given: unknown) => {
        record('message', given);
        return { response: state.answers.message };
      },
      showErrorBox: (title: string, content: string) => {
        record('error', `${title}: ${content}`);
      },
    },
  };
  return { module, state, serve: (request: Request) => serve(request) };
}
export type ElectronDouble = ReturnType<typeof createElectron>;
