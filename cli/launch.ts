import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What opens the application. */
export type Shell =
  | { kind: 'desktop'; binary: string; reason?: undefined }
  | { kind: 'web'; reason?: string };

/**
 * Decides between the desktop application and the browser.
 *
 * @param wish.web the browser is asked for
 * @returns for the browser, why the desktop application is not opened; nothing where it was asked for
 */
export async function chooseShell(wish: { web?: boolean }, machine: Machine = thisMachine): Promise<Shell> {
  if (wish.web) return { kind: 'web' };
  const binary = await machine.electron();
  if (binary === undefined)
    return {
      kind: 'web',
      reason:
        'Electron is not installed here, so Archwright opens in the browser. ("npm rebuild electron" installs it.)',
    };
  if (!machine.hasDisplay())
    return {
      kind: 'web',
      reason: 'There is no display for the desktop application, so Archwright is served for a browser.',
    };
  if (!(await machine.hasDesktopBuild()))
    return {
      kind: 'web',
      reason:
        'The desktop application is not built, so Archwright opens in the browser. ("npm run build:electron" builds it.)',
    };
  return { kind: 'desktop', binary };
}

/** What of the machine the decision asks about; handed in by tests. */
export interface Machine {
  /** Path of Electron's executable, `undefined` where it is missing. */
  electron(): Promise<string | undefined>;
  hasDisplay(): boolean;
  hasDesktopBuild(): Promise<boolean>;
}

const thisMachine: Machine = {
  electron: () => findElectron(inProject('node_modules/electron')),
  hasDisplay: () => hasDisplay(process.platform, process.env),
  hasDesktopBuild: () => exists(inProject('dist/electron/main.js')),
};

/** Electron's package names its executable in `path.txt` once it has been downloaded. */
export async function findElectron(folder: string): Promise<string | undefined> {
  const name = await readFile(join(folder, 'path.txt'), 'utf8').catch(() => undefined);
  if (name === undefined) return undefined;
  const path = join(folder, 'dist', name.trim());
  return (await exists(path)) ? path : undefined;
}

/** Windows and macOS always have one; elsewhere X11 or Wayland says so. */
export function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/**
 * Starts the application in a process of its own, with this one's streams.
 *
 * @param file absolute path of a document to open
 * @returns its exit code, once it has ended
 */
export function startShell(
  shell: Shell,
  file: string | undefined,
  options: { browser: boolean },
): Promise<number> {
  const files = file === undefined ? [] : [file];
  if (shell.kind === 'desktop') return runProcess(shell.binary, [inProject('.'), ...files]);
  return runProcess(process.execPath, [
    inProject('web/main.ts'),
    ...(options.browser ? [] : ['--no-browser']),
    '--',
    ...files,
  ]);
}

function runProcess(command: string, args: string[]): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, pass);
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('exit', (code, signal) => done(code ?? (signal === null ? 1 : 0)));
  });
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
