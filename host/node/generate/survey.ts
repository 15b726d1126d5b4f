import type { GeneratedFile } from '#generators';
import type { FileSystem } from '../disk/file-system.ts';
import { mapLimited } from '../disk/limit.ts';
import { type Decision, decide, decideOrphan } from './decide.ts';
import { type DiskFile, DiskState } from './disk-state.ts';
import { textHash } from './hash.ts';
import { checkSystem, type Lock, readLock } from './lock.ts';
import { checkPaths } from './paths.ts';
import { fillSecrets } from './secrets.ts';

/** Files that are looked at at the same time. */
const CONCURRENCY = 32;

/** What is to be generated. */
export interface Tree {
  system: string;
  layout: string;
  files: readonly GeneratedFile[];
  /** Paths of the tree with all targets: what was generated once and is not among them is no longer needed. */
  everyPath: readonly string[];
}

/** What is to happen in a folder, and what it is known to hold. */
export interface Survey {
  lock: Lock | undefined;
  decisions: Decision[];
}

/**
 * Compares a tree with a folder. Reads only.
 *
 * @param out real path of the output folder
 * @param draw makes the value of a secret
 * @throws HostFailure where the folder cannot take the tree: see `checkPaths`, `readLock`, `checkSystem`, `DiskState.read`
 */
export async function survey(fs: FileSystem, out: string, tree: Tree, draw: () => string): Promise<Survey> {
  checkPaths(tree.files.map((file) => file.path));
  const lock = await readLock(fs, out);
  checkSystem(lock, tree.system, out);
  const disk = new DiskState(fs, out);
  const known = lock?.files ?? {};
  const generated = await mapLimited(tree.files, CONCURRENCY, async (file) => {
    const found = await disk.read(file.path);
    if (file.secrets) return decideSecrets(file, found, draw);
    return keepChanged(disk, known, decide(file, found, known[file.path]));
  });
  const orphans = await mapLimited(orphanPaths(known, tree, generated), CONCURRENCY, async ([path, hash]) =>
    decideOrphan(path, await disk.read(path), hash),
  );
  return { lock, decisions: [...generated, ...orphans.filter((decision) => decision !== undefined)] };
}

/** A file of secrets gets values for the keys that have none; nothing else in it is ever touched. */
function decideSecrets(file: GeneratedFile, found: DiskFile | undefined, draw: () => string): Decision {
  const { path, owner } = file;
  const base = { path, owner, secret: true, current: found?.text ?? null, mode: found?.mode };
  // Something that is no text stands there: the user's business.
  if (found && found.text === null) return { ...base, action: 'keep', content: file.content };
  const content = fillSecrets(file.content, found?.text ?? null, draw);
  if (!found) return { ...base, action: 'create', content };
  return { ...base, action: content === found.text ? 'keep' : 'update', content };
}

/** A `.new` file that someone has worked in is kept as well; then the new text is only in the preview. */
async function keepChanged(
  disk: DiskState,
  known: Record<string, string>,
  decision: Decision,
): Promise<Decision> {
  if (decision.beside === undefined) return decision;
  const laid = await disk.read(decision.beside);
  const ours = !laid || laid.hash === known[decision.beside] || laid.hash === textHash(decision.content);
  return ours ? decision : { ...decision, beside: undefined };
}

/** What was generated once, with its hash, and has no place in the tree any more. */
function orphanPaths(
  known: Record<string, string>,
  tree: Tree,
  decisions: readonly Decision[],
): [string, string][] {
  const wanted = new Set([...tree.everyPath, ...tree.files.map((file) => file.path)]);
  // A `.new` file stays for as long as the file beside it differs.
  for (const { path, action } of decisions)
    if (action === 'edited' || action === 'foreign') wanted.add(`${path}.new`);
  return Object.entries(known).filter(([path]) => !wanted.has(path));
}
