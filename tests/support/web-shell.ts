import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

export interface WebShellPlaces {
  /** Folder of recent files and the journal. */
  data: string;
  /** What the process takes for the person's home, where file dialogs start. */
  home: string;
  /** Document to open at the start. */
  openPath?: string;
  /** Program and arguments that the shell is started by, e.g. `setpriv` with what it is to do without. */
  by?: readonly string[];
}

/** A web shell in a process of its own, the one that `npm start` and `archwright open` run. */
export interface RunningShell {
  /** Address with the token. */
  url: string;
  /** What it printed so far, both streams. */
  output(): string;
  /** Ends it and waits until it is gone; SIGKILL gives it no chance to tidy up. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Starts the web shell over the built interface, on a free port.
 *
 * @throws Error with what the process printed if it ends before it gives its address
 */
export async function startWebShell({
  data,
  home,
  openPath,
  by = [],
}: WebShellPlaces): Promise<RunningShell> {
  const [program = '', ...args] = [
    ...by,
    process.execPath,
    'web/main.ts',
    '--no-browser',
    '--port',
    '0',
    '--',
    ...(openPath === undefined ? [] : [openPath]),
  ];
  const child = spawn(program, args, {
    cwd: PROJECT,
    env: { ...process.env, ARCHWRIGHT_HOME: data, HOME: home, USERPROFILE: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const exited = once(child, 'exit');
  const url = await new Promise<string>((found, failed) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(output)?.[0];
      if (address !== undefined) found(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', failed);
    void exited.then(([code]) => failed(new Error(`the web shell ended with code ${code}:\n${output}`)));
  });
  return { url, output: () => output, stop: (signal = 'SIGTERM') => stop(child, exited, signal) };
}

async function stop(child: ChildProcess, exited: Promise<unknown>, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  await exited;
}
