import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HostFailure } from '#host';
import { EXIT, type ExitCode } from '../exit.ts';
import { chooseShell, startShell } from '../launch.ts';
import type { Terminal } from '../terminal.ts';

export interface OpenOptions {
  web?: boolean;
  /** `false`: the address is printed and no browser started. */
  browser?: boolean;
}

/** `archwright open [FILE]`: the desktop application, or else the browser. Ends when the application does. */
export async function open(
  terminal: Terminal,
  file: string | undefined,
  options: OpenOptions,
): Promise<ExitCode> {
  const path = file === undefined ? undefined : resolve(terminal.cwd, file);
  if (path !== undefined && !(await stat(path).catch(() => undefined))) {
    throw new HostFailure('OUTSIDE', `There is no file ${file}. Create it: archwright new NAME`, {
      code: 'ENOENT',
      path,
    });
  }
  const shell = await chooseShell({ web: options.web === true || options.browser === false });
  if (shell.reason) terminal.note(shell.reason);
  const code = await startShell(shell, path, { browser: options.browser !== false });
  return code === 0 ? EXIT.done : EXIT.outside;
}
