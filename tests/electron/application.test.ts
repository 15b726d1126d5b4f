import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type Application,
  openWorkshop,
  runMain,
  startApplication,
  type Workshop,
} from './double/application.ts';
import { eventually, heard, type TestWindow } from './double/test-page.ts';

let workshop: Workshop;
let application: Application;
beforeAll(async () => {
  workshop = await openWorkshop();
  application = await startApplication(workshop);
});
afterAll(() => workshop.close());

const inFolder = (name: string) => join(workshop.folder, name);

describe('the window', () => {
  test('is sandboxed, isolated, without Node, and says so', () => {
    expect(application.window.options.webPreferences).toEqual({
      preload: inFolder('app/dist/electron/preload.cjs'),
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
      devTools: false,
    });
    expect(application.window.calls).toContain('show');
    expect(application.state.schemes).toEqual([
      { scheme: 'app', privileges: expect.objectContaining({ standard: true, secure: true }) },
    ]);
  });

  test('gives the page the few functions of the preload script and nothing of Electron', async () => {
    const names = await application.page.evaluate(() =>
      Object.keys((window as unknown as { archwright: object }).archwright).sort(),
    );
    expect(names).toEqual(['connect', 'onClose', 'onCommand', 'onOpenFile', 'setCommands']);
    expect(await application.page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe(
      'undefined',
    );
  });
});

describe('the scheme', () => {
  const get = (url: string, method = 'GET') => application.serve(new Request(url, { method }));

  test('serves the page with a strict policy', async () => {
    const response = await get('app://archwright/');
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each([
    'app://archwright/../app/package.json',
    'app://archwright/%2e%2e/%2e%2e/etc/passwd',
    'app://archwright/..%2f..%2fetc%2fpasswd',
    'app://elsewhere/index.html',
    'app://archwright.evil/index.html',
    'app://archwright/.env',
    'app://archwright/%00',
  ])('has nothing at %s, and the policy there too', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('answers to GET only', async () => {
    expect((await get('app://archwright/', 'POST')).status).toBe(404);
  });
});

describe('denied', () => {
  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s to anywhere else', (name) => {
    const leave = { url: 'https://example.org/', preventDefault: vi.fn() };
    application.window.webContents.emit(name, leave);
    expect(leave.preventDefault).toHaveBeenCalled();
    const file = { url: 'file:///etc/passwd', preventDefault: vi.fn() };
    application.window.webContents.emit(name, file);
    expect(file.preventDefault).toHaveBeenCalled();
    const stay = { url: 'app://archwright/', preventDefault: vi.fn() };
    application.window.webContents.emit(name, stay);
    expect(stay.preventDefault).not.toHaveBeenCalled();
  });

  test('new windows; a secure link opens in the browser, anything else nowhere', () => {
    const open = (url: string) => application.window.webContents.openHandler({ url });
    for (const url of [
      'https://example.org/',
      'http://example.org/',
      'file:///bin/sh',
      'smb://host/share',
      'no url',
    ])
      expect(open(url)).toEqual({ action: 'deny' });
    expect(application.state.opened).toEqual(['https://example.org/']);
  });

  test('web views', () => {
    const attach = { preventDefault: vi.fn() };
    application.window.webContents.emit('will-attach-webview', attach);
    expect(attach.preventDefault).toHaveBeenCalled();
  });

  test('every permission but copying, and that to our page only', () => {
    const { session } = application.state;
    const asked = (permission: string, requestingUrl = 'app://archwright/') => {
      let granted: boolean | undefined;
      session.permissionRequest?.(null, permission, (answer) => (granted = answer), { requestingUrl });
      return granted;
    };
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fullscreen',
    ]) {
      expect(asked(permission)).toBe(false);
      expect(session.permissionCheck?.(null, permission, 'app://archwright')).toBe(false);
    }
    expect(asked('clipboard-sanitized-write')).toBe(true);
    expect(asked('clipboard-sanitized-write', 'https://example.org/')).toBe(false);
    expect(session.devicePermission?.()).toBe(false);
  });

  test('every request to a network', () => {
    const cancelled = (url: string) => {
      let cancel: boolean | undefined;
      application.state.session.beforeRequest?.({ url }, (result) => (cancel = result.cancel));
      return cancel;
    };
    expect(
      ['https://example.org/', 'http://127.0.0.1/', 'ws://127.0.0.1/', 'file:///etc/passwd'].map(cancelled),
    ).toEqual([true, true, true, true]);
    expect(['app://archwright/', 'blob:app://archwright/1'].map(cancelled)).toEqual([false, false]);
  });
});

describe('the contract over the port', () => {
  test('a sample is opened and saved', async () => {
    const path = inFolder('saved.arch.yaml');
    const version = await application.page.evaluate(async (target) => {
      const { host } = window as unknown as TestWindow;
      const [sample] = await host.samples.list();
      const saved = await host.files.write({ path: target, text: sample?.text ?? '', expectedVersion: null });
      return (await host.files.read({ path: target })).version === saved.version;
    }, path);
    expect(version).toBe(true);
    expect(await readFile(path, 'utf8')).toContain('name: shop');
  });

  test('errors arrive with their data', async () => {
    const error = await application.page.evaluate(async () => {
      const { host } = window as unknown as TestWindow;
      return host.files
        .read({ path: '/none.arch.yaml' })
        .catch((thrown: { code: string; data: unknown }) => ({ code: thrown.code, data: thrown.data }));
    });
    expect(error).toEqual({ code: 'OUTSIDE', data: { code: 'ENOENT', path: '/none.arch.yaml' } });
  });

  test('native dialogs answer', async () => {
    application.state.answers.open = ['/picked.arch.yaml'];
    const pick = (purpose: 'open' | 'save' | 'folder') =>
      application.page.evaluate(
        (given) => (window as unknown as TestWindow).host.files.pick({ purpose: given, suggested: '/x' }),
        purpose,
      );
    expect(await pick('open')).toEqual({ path: '/picked.arch.yaml' });
    expect(await pick('save')).toBeNull();
    application.state.answers.save = '/saved.arch.yaml';
    expect(await pick('save')).toEqual({ path: '/saved.arch.yaml' });
    expect(await pick('folder')).toEqual({ path: '/picked.arch.yaml' });
    expect(application.state.dialogs.map(({ kind }) => kind)).toEqual(['open', 'save', 'save', 'open']);
  });

  test('strangers get no port, no menu and no say in closing', () => {
    const { webContents } = application.window;
    const post = vi.spyOn(webContents, 'postMessage');
    const menu = application.state.menu;
    const strangers: [{ url: string } | null, unknown][] = [
      [{ url: 'https://evil.example/' }, webContents],
      [{ url: 'app://archwright.evil/' }, webContents],
      [{ url: 'app://archwright/' }, webContents],
      [null, webContents],
      [webContents.mainFrame, {}],
    ];
    for (const [frame, sender] of strangers) {
      webContents.pretend('archwright:connect', [], frame, sender);
      webContents.pretend(
        'archwright:commands',
        [[{ id: 'x', title: 'x', category: 'File' }]],
        frame,
        sender,
      );
      webContents.pretend('archwright:close', [true], frame, sender);
    }
    expect(post).not.toHaveBeenCalled();
    expect(application.state.menu).toBe(menu);
    expect(application.window.destroyed).toBe(false);
    webContents.pretend('archwright:commands', ['nonsense'], webContents.mainFrame);
    expect(application.state.menu).toBe(menu);
  });
});

describe('the menu', () => {
  test('shows the commands of the page and runs them there', async () => {
    const items = application.state.menu.flatMap(({ label, submenu }) =>
      Array.isArray(submenu) ? submenu.map((item) => ({ menu: label, ...item })) : [],
    );
    const save = items.find(({ id }) => id === 'file.save');
    expect(save).toMatchObject({
      menu: 'File',
      label: 'Save',
      accelerator: 'CmdOrCtrl+S',
      registerAccelerator: false,
    });
    expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(false);
    save?.click?.({} as never, undefined, {} as never);
    await eventually(async () => expect(await heard(application.page)).toContain('command file.save'));
  });
});

describe('files and instances', () => {
  test('a second start brings the window to the front and hands its file over', async () => {
    application.window.minimized = true;
    application.module.app.emit(
      'second-instance',
      {},
      ['archwright', '--flag', 'other.arch.yaml'],
      inFolder('here'),
    );
    expect(application.window.minimized).toBe(false);
    expect(application.window.calls.at(-1)).toBe('focus');
    await eventually(async () =>
      expect(await heard(application.page)).toContain(`open ${inFolder('here/other.arch.yaml')}`),
    );
  });

  test('the file manager of macOS opens a file', async () => {
    const event = { preventDefault: vi.fn() };
    application.module.app.emit('open-file', event, '/from-finder.arch.yaml');
    expect(event.preventDefault).toHaveBeenCalled();
    await eventually(async () =>
      expect(await heard(application.page)).toContain('open /from-finder.arch.yaml'),
    );
  });

  test('the second of two ends at once', async () => {
    const second = await runMain(workshop, [], { first: false });
    expect(second.state.quits).toBe(1);
    expect(second.state.windows).toEqual([]);
  });

  test('a file on the command line is opened at the start', async () => {
    const { page, window } = await startApplication(workshop, ['mine.arch.yaml']);
    const info = await page.evaluate(() => (window as unknown as TestWindow).host.app.info());
    expect(info).toMatchObject({
      shell: 'electron',
      nativeDialogs: true,
      openPath: join(process.cwd(), 'mine.arch.yaml'),
    });
    window.close();
  });
});
