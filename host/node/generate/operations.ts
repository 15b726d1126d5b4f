import { join } from 'node:path';
import { type FileSystem, ifExists } from '../disk/file-system.ts';
import type { Decision } from './decide.ts';
import { textHash } from './hash.ts';
import { LOCK_NAME, NO_LOCK, printLock } from './lock.ts';
import type { Operation } from './operation.ts';
import type { Survey, Tree } from './survey.ts';
import { plain } from './text-shape.ts';

const PUBLIC = 0o666;
const PRIVATE = 0o600;

/** The steps that carry a survey out; the lock file comes last. */
export async function operationsOf(
  fs: FileSystem,
  out: string,
  tree: Tree,
  { lock, lockText, decisions, texts }: Survey,
): Promise<Operation[]> {
  const operations: Operation[] = [];
  for (const decision of decisions.filter(({ action }) => action !== 'same'))
    operations.push(...(await operationsFor(fs, out, decision)));
  const before = lock ?? NO_LOCK;
  const known = decisions.every((decision) => isRemembered(before, decision))
    ? before
    : remembered(before, decisions);
  const wanted = wantedTexts(known, decisions);
  // Made when first asked for: hashing everything again takes time, and mostly nothing is new.
  let atHand: Map<string, () => string> | undefined;
  const textOf = (hash: string) => {
    atHand ??= new Map(decisions.flatMap(textsAtHand));
    return atHand.get(hash)?.();
  };
  operations.push(...(await texts.operations(wanted, textOf)));
  if (lock?.isCurrent && known === before && lock.layout === tree.layout) return operations;
  const text = printLock({ ...known, system: tree.system, layout: tree.layout });
  if (text !== lockText) operations.push({ path: LOCK_NAME, text, previous: lockText, mode: PUBLIC });
  return operations;
}

/** Hashes of the texts that merges to come may ask for. A user's file is never merged. */
function wantedTexts({ files, pending }: typeof NO_LOCK, decisions: readonly Decision[]): string[] {
  const users = new Set<string>();
  for (const { path, owner } of decisions) if (owner === 'user') users.add(path);
  const wanted = Object.values(pending);
  for (const path in files) {
    const hash = files[path];
    if (hash !== undefined && !users.has(path)) wanted.push(hash);
  }
  return wanted;
}

async function operationsFor(fs: FileSystem, out: string, decision: Decision): Promise<Operation[]> {
  const { place, action, content, current, result, beside, backup } = decision;
  const mode = (decision.mode ?? (decision.secret ? PRIVATE : PUBLIC)) & 0o777;
  const operations: Operation[] = [];
  if (action === 'remove') operations.push({ path: place, text: null, previous: current, mode });
  if (result !== undefined) operations.push({ path: place, text: result, previous: current, mode });
  if (backup !== undefined)
    operations.push({ path: await freeName(fs, out, backup), text: current, previous: null, mode });
  if (beside !== undefined) {
    const previous = (await ifExists(fs.readFile(join(out, beside), 'utf8'))) ?? null;
    if (previous !== content) operations.push({ path: beside, text: content, previous, mode: PUBLIC });
  }
  return operations;
}

/** A text that was put aside earlier is never written over. */
async function freeName(fs: FileSystem, out: string, wanted: string): Promise<string> {
  for (let count = 1; ; count++) {
    const name = count === 1 ? wanted : `${wanted}-${count}`;
    if ((await fs.lookAt([join(out, name)]))[0] === undefined) return name;
  }
}

/** Whether the lock file says already what was decided. */
function isRemembered(before: typeof NO_LOCK, { path, place, secret, remember, pending }: Decision): boolean {
  const moved = place === path ? undefined : place;
  const hash = secret ? undefined : remember;
  return before.files[path] === hash && before.pending[path] === pending && before.moved[path] === moved;
}

/** What the lock file has to hold: what was decided, and of targets left out this time what it held before. */
function remembered(before: typeof NO_LOCK, decisions: readonly Decision[]): typeof NO_LOCK {
  const files = new Map(Object.entries(before.files));
  const pending = new Map(Object.entries(before.pending));
  const moved = new Map(Object.entries(before.moved));
  for (const decision of decisions) {
    const { path, place, secret } = decision;
    const remember = secret ? undefined : decision.remember;
    put(files, path, remember);
    put(pending, path, decision.pending);
    put(moved, path, remember !== undefined && place !== path ? place : undefined);
  }
  return {
    files: Object.fromEntries(files),
    pending: Object.fromEntries(pending),
    moved: Object.fromEntries(moved),
  };
}

function put(map: Map<string, string>, key: string, value: string | undefined): void {
  if (value === undefined) map.delete(key);
  else map.set(key, value);
}

/** Texts that may have to be kept for merges to come; those of user's files are never merged. */
function textsAtHand(decision: Decision): [string, () => string][] {
  const { content, current, remember, pending, owner, secret } = decision;
  if (owner === 'user' || secret) return [];
  const hashes = new Set([remember, pending].filter((hash) => hash !== undefined));
  if (hashes.size === 0) return [];
  const found: [string, () => string][] = [];
  const generated = textHash(content);
  if (hashes.has(generated)) found.push([generated, () => content]);
  if (current === null || hashes.size === found.length) return found;
  const standing = textHash(current);
  if (hashes.has(standing)) found.push([standing, () => plain(current)]);
  return found;
}
