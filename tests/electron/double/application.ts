import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { vi } from 'vitest';
import { CHROMIUM_ARGS, findBrowser } from '../../../scripts/browser.ts';
import type { BrowserWindowDouble } from './browser-window.ts';
import { buildApplication } from './build.ts';
import { createElectron, type DoubleOptions, type ElectronDouble } from './electron.ts';

/** Everything that several starts of the application share: the browser and the built files. */
export interface Workshop {
  folder: string;
  browser: Browser;
  preload: string;
  close(): Promise<void>;
}

export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'archwright-electron-'));
  const preload = await buildApplication(join(folder, 'app'));
  await cp(fileURLToPath(new URL('../../../samples', import.meta.url)), join(folder, 'app/samples'), {
    recursive: true,
  });
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    args: CHROMIUM_ARGS,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
  const close = async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { folder, browser, preload, close };
}

export interface Application extends ElectronDouble {
  window: BrowserWindowDouble;
  page: Page;
}

/**
 * Runs the real `electron/main.ts` with the double in Electron's place.
 *
 * @param argv what comes after the program's name on the command line
 */
export async function startApplication(
  workshop: Workshop,
  argv: readonly string[] = [],
  options: Partial<DoubleOptions> = {},
): Promise<Application> {
  const double = await runMain(workshop, argv, options);
  const opened = () => {
    if (!double.state.windows.at(-1)?.webContents.page) throw new Error('no page yet');
  };
  await vi.waitFor(opened, { timeout: 20_000 });
  const window = double.state.windows.at(-1);
  const page = window?.webContents.page;
  if (!window || !page) throw new Error('the application opened no window');
  await window.loaded;
  return { ...double, window, page };
}

/** Runs the main process's code up to the point where it waits for events. */
export async function runMain(
  workshop: Workshop,
  argv: readonly string[],
  options: Partial<DoubleOptions> = {},
): Promise<ElectronDouble> {
  const double = createElectron({
    application: join(workshop.folder, 'app'),
    userData: workshop.folder,
    preload: workshop.preload,
    openPage: async () => (await workshop.browser.newContext()).newPage(),
    ...options,
  });
  vi.resetModules();
  vi.doMock('electron', () => double.module);
  vi.stubEnv('ARCHWRIGHT_HOME', join(workshop.folder, 'data'));
  const before = process.argv;
  process.argv = ['archwright', ...argv];
  try {
    await import('../../../electron/main.ts');
  } finally {
    process.argv = before;
  }
  return double;
}
