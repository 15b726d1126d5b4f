import { dirname, join } from 'node:path';
import { errnoOf } from '../disk/errno.ts';
import { HostFailure, inWords } from '../disk/failure.ts';
import { type FileSystem, isWritable } from '../disk/file-system.ts';
import type { Operation } from './operation.ts';
import { operationsOf } from './operations.ts';
import { existingFolder, makeFolder } from './output-folder.ts';
import { drawSecret } from './secrets.ts';
import { summary, type WriteResult } from './summary.ts';
import { survey, type Tree } from './survey.ts';
import { commit, rollBack, stage } from './transaction.ts';
import {
  isAbandoned,
  type Machine,
  releaseWorkspace,
  sweepDrafts,
  takeWorkspace,
  thisMachine,
  WORKSPACE,
} from './workspace.ts';

/**
 * Writes a tree into a folder: all of it or nothing. People's own changes stay (see `decide`). A write that was killed
 * is undone by the next one.
 *
 * @throws HostFailure in words; the folder is as it was before
 */
export async function writeTree(
  fs: FileSystem,
  folder: string,
  tree: Tree,
  machine: Machine = thisMachine,
): Promise<WriteResult> {
  return inWords('generate into', folder, async () => {
    const existing = await existingFolder(fs, folder);
    const created = existing === undefined ? await makeFolder(fs, folder) : undefined;
    const out = existing ?? (await fs.realpath(folder));
    try {
      await recover(fs, out, machine);
      return await writeInto(fs, out, tree, machine);
    } catch (error) {
      if (created !== undefined) await removeEmpty(fs, out, dirname(created));
      throw error;
    }
  });
}

/** Undoes a write that was killed half-way. Does nothing where there was none, or where one is under way. */
export async function recover(fs: FileSystem, out: string, machine: Machine = thisMachine): Promise<void> {
  await sweepDrafts(fs, out, machine);
  if (!(await isAbandoned(fs, out, machine))) return;
  await rollBack(fs, out, join(out, WORKSPACE));
  await releaseWorkspace(fs, join(out, WORKSPACE));
}

async function writeInto(fs: FileSystem, out: string, tree: Tree, machine: Machine): Promise<WriteResult> {
  const workspace = await takeWorkspace(fs, out, machine);
  try {
    const found = await survey(fs, out, tree, drawSecret);
    const operations = await operationsOf(fs, out, tree, found);
    await checkWritable(fs, out, operations);
    if (operations.length > 0) {
      const journal = await stage(fs, out, workspace, operations);
      await commit(fs, out, workspace, journal, operations);
    }
    for (const { path } of operations.filter(({ text }) => text === null))
      await removeEmpty(fs, dirname(join(out, path)), out);
    return summary(out, found.decisions);
  } catch (error) {
    await putBack(fs, out, workspace);
    throw error;
  } finally {
    // What cannot be cleared away now is cleared away by the next run; the files themselves are in their places.
    if (!(await hasJournal(fs, workspace))) await releaseWorkspace(fs, workspace).catch(() => undefined);
  }
}

/** Where putting things back fails too, the journal stays, and with it the next run does it. */
async function putBack(fs: FileSystem, out: string, workspace: string): Promise<void> {
  try {
    await rollBack(fs, out, workspace);
  } catch (error) {
    const message = `${out} is half-written, and putting it back failed as well. Mend what is wrong with the disk and generate again: that first puts everything back.`;
    throw new HostFailure('OUTSIDE', message, { code: errnoOf(error) ?? 'EIO', path: out });
  }
}

async function hasJournal(fs: FileSystem, workspace: string): Promise<boolean> {
  const journal = await fs.stat(join(workspace, 'journal.json')).catch(() => undefined);
  return journal !== undefined;
}

/** A file marked read-only is meant to stay, though a rename would replace it. */
async function checkWritable(fs: FileSystem, out: string, operations: readonly Operation[]): Promise<void> {
  for (const { path, previous } of operations) {
    const full = join(out, path);
    if (previous === null || (await isWritable(fs, full))) continue;
    const message = `${full} is read-only and would have to be replaced, so nothing was written. Make it writable, or choose another folder.`;
    throw new HostFailure('OUTSIDE', message, { code: 'EACCES', path: full });
  }
}

/** Removes a folder and those above it, up to `stop`, as long as they are empty. */
async function removeEmpty(fs: FileSystem, folder: string, stop: string): Promise<void> {
  for (let current = folder; current !== stop && current !== dirname(current); current = dirname(current)) {
    try {
      await fs.rmdir(current);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') return;
    }
  }
}
