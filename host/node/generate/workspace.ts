import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { errnoOf } from '../disk/errno.ts';
import { HostFailure } from '../disk/failure.ts';
import { type FileSystem, ifExists } from '../disk/file-system.ts';

/** Folder inside the output folder in which a write is prepared, and from which a killed one is undone. */
export const WORKSPACE = '.archwright-write';
/** A write takes seconds; whoever has been at it for longer is dead, whatever process has its number now. */
const LONGEST = 15 * 60_000;

const owner = z.object({ pid: z.number(), host: z.string(), startedAt: z.number() });

/** What of the machine a write asks about; handed in by tests. */
export interface Machine {
  now(): number;
  /** Whether a process of this machine still runs. */
  runs(pid: number): boolean;
}

export const thisMachine: Machine = {
  now: Date.now,
  runs(pid) {
    try {
      process.kill(pid, 0);
      return true;
    } catch (error) {
      // The process is there but somebody else's.
      return errnoOf(error) === 'EPERM';
    }
  },
};

/**
 * Takes the output folder for one write. The workspace is made under another name and renamed: of two that try at the
 * same moment one fails, and there is none without its owner's name in it.
 *
 * @returns the workspace's path
 * @throws HostFailure where another process is writing to the folder
 */
export async function takeWorkspace(fs: FileSystem, out: string, machine: Machine): Promise<string> {
  const workspace = join(out, WORKSPACE);
  const draft = draftName(workspace);
  await fs.mkdir(draft, { mode: 0o700 });
  try {
    await fs.mkdir(join(draft, 'new'));
    await fs.mkdir(join(draft, 'old'));
    await put(
      fs,
      join(draft, 'owner.json'),
      JSON.stringify({ pid: process.pid, host: hostname(), startedAt: machine.now() }),
    );
    await fs.rename(draft, workspace);
  } catch (error) {
    await fs.rm(draft, { recursive: true, force: true }).catch(() => undefined);
    if (
      ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(errnoOf(error) ?? '') &&
      (await ifExists(fs.stat(workspace)))
    )
      throw busy(out);
    throw error;
  }
  return workspace;
}

/** Whether the workspace in a folder was left behind by a process that is gone; false where there is none. */
export async function isAbandoned(fs: FileSystem, out: string, machine: Machine): Promise<boolean> {
  const workspace = join(out, WORKSPACE);
  if (!(await ifExists(fs.stat(workspace)))) return false;
  const text = (await ifExists(fs.readFile(join(workspace, 'owner.json'), 'utf8'))) ?? '';
  const parsed = owner.safeParse(tryJson(text));
  if (!parsed.success) return true;
  const { pid, host, startedAt } = parsed.data;
  if (machine.now() - startedAt > LONGEST) return true;
  // Writes of this process to one folder wait for each other, so that its own number can only be an old process's.
  return host === hostname() && (pid === process.pid || !machine.runs(pid));
}

/** Gives the folder back. The workspace is renamed first, so that the next one never meets a half-deleted one. */
export async function releaseWorkspace(fs: FileSystem, workspace: string): Promise<void> {
  const leaving = draftName(workspace);
  await fs.rename(workspace, leaving);
  await fs.rm(leaving, { recursive: true, force: true });
}

/** Deletes what killed processes left between making a workspace and taking it, or while giving it back. */
export async function sweepDrafts(fs: FileSystem, out: string, machine: Machine): Promise<void> {
  const names = (await ifExists(fs.readdir(out))) ?? [];
  for (const name of names) {
    const pid = Number(DRAFT.exec(name)?.[1]);
    if (Number.isNaN(pid) || (pid !== process.pid && machine.runs(pid))) continue;
    await fs.rm(join(out, name), { recursive: true, force: true });
  }
}

const DRAFT = /^\.archwright-write-(\d+)-[0-9a-f]{12}$/;

function draftName(workspace: string): string {
  return `${workspace}-${process.pid}-${randomBytes(6).toString('hex')}`;
}

/** Not flushed: after a power cut nobody runs any more, and an owner that cannot be read counts as gone. */
async function put(fs: FileSystem, path: string, text: string): Promise<void> {
  const handle = await fs.open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

function busy(out: string) {
  return new HostFailure(
    'OUTSIDE',
    `Another Archwright is writing to ${out}. Wait until it is done and try again.`,
    { code: 'EBUSY', path: out },
  );
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
