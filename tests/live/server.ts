import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { command } from '../system/command.ts';
import { eventually } from '../system/eventually.ts';

/** A server of this test run, with its data in a folder of its own. */
export interface LiveServer {
  port: number;
  stop(): Promise<void>;
}

/** Account to run as: servers refuse to run as root. */
export interface Account {
  uid: number;
  gid: number;
}

/** Folders that Debian keeps programs in which are not on the PATH. */
const MORE_FOLDERS = [
  '/usr/lib/rabbitmq/bin',
  ...['17', '16', '15'].map((release) => `/usr/lib/postgresql/${release}/bin`),
];

/** Path of a program, or `undefined` with a loud word about it. */
export function findProgram(name: string, folders: readonly string[] = []): string | undefined {
  const all = [...folders, ...(process.env.PATH ?? '').split(delimiter), ...MORE_FOLDERS];
  const found = all.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (found === undefined) process.stdout.write(`skipped: needs ${name}\n`);
  return found;
}

/** The account of a name where this process is root and may become it; else `undefined`: runs as who we are. */
export async function accountOf(name: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all([command('id', ['-u', name]), command('id', ['-g', name])]);
  return { uid: Number(uid), gid: Number(gid) };
}

/** A fresh folder that belongs to the account. */
export async function folderFor(account: Account | undefined): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'archwright-live-'));
  if (account !== undefined) await chown(folder, account.uid, account.gid);
  return folder;
}

/**
 * Starts a program that serves until it is stopped.
 *
 * @param ready throws until it serves
 * @returns what stops it and removes its folder, unless it is to come back to it
 */
export async function serve(
  program: string,
  args: readonly string[],
  options: { account?: Account | undefined; env?: Readonly<Record<string, string>>; folder: string },
  ready: () => Promise<void>,
): Promise<(how?: { signal?: NodeJS.Signals; keep?: boolean }) => Promise<void>> {
  const { account, env, folder } = options;
  // A group of its own, so that helpers that it starts end with it.
  const child = spawn(program, args, {
    ...account,
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async ({ signal = 'SIGINT' as NodeJS.Signals, keep = false } = {}) => {
    signalGroup(child, signal);
    await ended;
    if (!keep) await rm(folder, { recursive: true, force: true });
  };
  try {
    await eventually(`${program} serves`, ready);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

function signalGroup({ pid, exitCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined && exitCode === null) process.kill(-pid, signal);
}
