import { join } from 'node:path';
import type { FileSystem } from '../disk/file-system.ts';
import { ifExists } from '../disk/file-system.ts';
import type { Decision } from './decide.ts';
import { textHash } from './hash.ts';
import { LOCK_NAME, printLock } from './lock.ts';
import type { Survey, Tree } from './survey.ts';

/** One step of a write: a file gets a text, or goes. */
export interface Operation {
  /** Relative, with `/`. */
  path: string;
  /** `null`: the file is removed. */
  text: string | null;
  /** Text that stands there now and comes back if the write fails; `null`: none. */
  previous: string | null;
  /** Permission bits, before the process's mask. */
  mode: number;
}

const PUBLIC = 0o666;
const PRIVATE = 0o600;

/** The steps that carry a survey out; the lock file comes last. */
export async function operationsOf(
  fs: FileSystem,
  out: string,
  tree: Tree,
  { lock, decisions }: Survey,
): Promise<Operation[]> {
  const operations: Operation[] = [];
  for (const decision of decisions) operations.push(...(await operationsFor(fs, out, decision)));
  const previous = (await ifExists(fs.readFile(join(out, LOCK_NAME), 'utf8'))) ?? null;
  const text = printLock({
    system: tree.system,
    layout: tree.layout,
    files: remembered(lock?.files ?? {}, decisions),
  });
  if (text !== previous) operations.push({ path: LOCK_NAME, text, previous, mode: PUBLIC });
  return operations;
}

async function operationsFor(fs: FileSystem, out: string, decision: Decision): Promise<Operation[]> {
  const { path, action, content, current, beside } = decision;
  const mode = (decision.mode ?? (decision.secret ? PRIVATE : PUBLIC)) & 0o777;
  if (action === 'create' || action === 'update') return [{ path, text: content, previous: current, mode }];
  if (action === 'remove') return [{ path, text: null, previous: current, mode }];
  if (beside === undefined) return [];
  const previous = (await ifExists(fs.readFile(join(out, beside), 'utf8'))) ?? null;
  return previous === content ? [] : [{ path: beside, text: content, previous, mode: PUBLIC }];
}

/** The lock file's hashes: what was decided, and what the decisions say nothing about (targets left out this time). */
function remembered(before: Record<string, string>, decisions: readonly Decision[]): Record<string, string> {
  const files = new Map(Object.entries(before));
  for (const { path, remember, beside, content, secret } of decisions) {
    if (remember === undefined || secret) files.delete(path);
    else files.set(path, remember);
    if (beside !== undefined) files.set(beside, textHash(content));
  }
  return Object.fromEntries(files);
}
