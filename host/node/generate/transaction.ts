import { createHash } from 'node:crypto';
import { dirname, join, posix } from 'node:path';
import { z } from 'zod';
import { syncFolder, writeAtomically } from '../disk/atomic-write.ts';
import { HostFailure } from '../disk/failure.ts';
import { type FileSystem, ifExists } from '../disk/file-system.ts';
import { mapLimited } from '../disk/limit.ts';
import type { Operation } from './operation.ts';

/** Files that are staged at the same time. */
const CONCURRENCY = 16;

/** What a killed write is undone by. `hash`: of the text that was put, `null`: the file was removed. */
const journalFile = z.object({
  version: z.literal(1),
  /** Folders that were not there before, outer ones first. */
  folders: z.array(z.string()),
  operations: z.array(
    z.object({ path: z.string(), hash: z.string().nullable(), backup: z.string().nullable() }),
  ),
});
type Journal = z.output<typeof journalFile>;

const hashOf = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

/**
 * Lays everything ready in the workspace: new texts, the old ones to come back to, and, once all of it is on disk, the
 * journal. Until then nothing outside the workspace has been touched.
 */
export async function stage(
  fs: FileSystem,
  out: string,
  workspace: string,
  operations: readonly Operation[],
): Promise<Journal> {
  const entries = await mapLimited(operations, CONCURRENCY, async ({ path, text, previous, mode }, index) => {
    const backup = previous === null ? null : `old/${index}`;
    if (text !== null) await put(fs, join(workspace, `new/${index}`), text, mode);
    if (backup !== null) await put(fs, join(workspace, backup), previous ?? '', mode);
    return { path, hash: text === null ? null : hashOf(text), backup };
  });
  const folders = await missingFolders(fs, out, operations);
  const journal: Journal = { version: 1, folders, operations: entries };
  await writeAtomically(fs, join(workspace, 'journal.json'), JSON.stringify(journal), { mode: 0o600 });
  return journal;
}

/** Moves everything into its place, file by file, then forgets the journal: from that moment on the write is done. */
export async function commit(
  fs: FileSystem,
  out: string,
  workspace: string,
  journal: Journal,
  operations: readonly Operation[],
): Promise<void> {
  for (const folder of journal.folders) await fs.mkdir(join(out, folder), { recursive: true });
  for (const [index, operation] of operations.entries()) {
    await checkUnchanged(fs, out, operation);
    const target = join(out, operation.path);
    if (operation.text === null) await fs.unlink(target);
    else await fs.rename(join(workspace, `new/${index}`), target);
  }
  for (const folder of new Set(operations.map(({ path }) => dirname(join(out, path)))))
    await syncFolder(fs, folder);
  await fs.unlink(join(workspace, 'journal.json'));
  await syncFolder(fs, workspace);
}

/**
 * Puts everything back as it was before a write that failed or was killed. May itself be interrupted and done again. A
 * file that somebody has changed in the meantime is left alone.
 */
export async function rollBack(fs: FileSystem, out: string, workspace: string): Promise<void> {
  const journal = await readJournal(fs, workspace);
  if (!journal) return;
  for (const { path, hash, backup } of journal.operations.toReversed()) {
    const target = join(out, path);
    const current = await ifExists(fs.readFile(target));
    const done = hash === null ? current === undefined : current !== undefined && hashOf(current) === hash;
    if (!done) continue;
    if (backup === null) await fs.unlink(target);
    else await restore(fs, join(workspace, backup), target);
  }
  for (const folder of journal.folders.toReversed()) await fs.rmdir(join(out, folder)).catch(() => undefined);
  await fs.unlink(join(workspace, 'journal.json'));
}

async function restore(fs: FileSystem, backup: string, target: string): Promise<void> {
  // Gone: an earlier attempt to put things back moved it already.
  if (!(await ifExists(fs.stat(backup)))) return;
  await fs.mkdir(dirname(target), { recursive: true });
  await fs.rename(backup, target);
}

async function readJournal(fs: FileSystem, workspace: string): Promise<Journal | undefined> {
  const text = await ifExists(fs.readFile(join(workspace, 'journal.json'), 'utf8'));
  return text === undefined ? undefined : journalFile.parse(JSON.parse(text));
}

/** Somebody may have saved the file since it was looked at; their text must not be lost. */
async function checkUnchanged(fs: FileSystem, out: string, { path, previous }: Operation): Promise<void> {
  const full = join(out, path);
  const current = await ifExists(fs.readFile(full, 'utf8'));
  if ((current ?? null) === previous) return;
  const message = `${full} was changed while it was being generated, so everything was left as it was. Generate again.`;
  throw new HostFailure('OUTSIDE', message, { code: 'EBUSY', path: full });
}

async function put(fs: FileSystem, path: string, text: string, mode: number): Promise<void> {
  const handle = await fs.open(path, 'wx', mode);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function missingFolders(
  fs: FileSystem,
  out: string,
  operations: readonly Operation[],
): Promise<string[]> {
  const wanted = new Set<string>();
  for (const { path, text } of operations) {
    if (text === null) continue;
    for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) wanted.add(folder);
  }
  const sorted = [...wanted].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const missing = await mapLimited(sorted, CONCURRENCY, async (folder) =>
    (await ifExists(fs.stat(join(out, folder)))) ? [] : [folder],
  );
  return missing.flat();
}
