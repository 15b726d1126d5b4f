import type { GeneratedFile } from '#generators';
import type { Choice } from '../../contract/index.ts';
import type { FileSystem } from '../disk/file-system.ts';
import { choiceOf } from './choice.ts';
import { type Decision, decide, decideOrphan, type Past } from './decide.ts';
import { type DiskFile, DiskState } from './disk-state.ts';
import { textHash } from './hash.ts';
import { checkSystem, type Lock, NO_LOCK, readLock } from './lock.ts';
import { checkPaths } from './paths.ts';
import { type Place, placesOf } from './places.ts';
import { fillSecrets } from './secrets.ts';
import { README_NAME, TextStore } from './texts/store.ts';

/** What is to be generated. */
export interface Tree {
  system: string;
  layout: string;
  files: readonly GeneratedFile[];
  /** Paths of the tree with all targets: what was generated once and is not among them is no longer needed. */
  everyPath: readonly string[];
  /** What the person said about single files or folders. */
  choices?: Readonly<Record<string, Choice>> | undefined;
}

/** What is to happen in a folder, and what it is known to hold. */
export interface Survey {
  lock: Lock | undefined;
  /** Text of the lock file; `null` where there is none. */
  lockText: string | null;
  decisions: Decision[];
  texts: TextStore;
}

/**
 * Compares a tree with a folder. Reads only.
 *
 * @param out real path of the output folder
 * @param draw makes the value of a secret
 * @throws HostFailure where the folder cannot take the tree: see `checkPaths`, `readLock`, `checkSystem`, `DiskState.readAll`
 */
export async function survey(fs: FileSystem, out: string, tree: Tree, draw: () => string): Promise<Survey> {
  checkPaths(tree.files.map((file) => file.path));
  const { lock, text: lockText } = await readLock(fs, out);
  checkSystem(lock, tree.system, out);
  const disk = new DiskState(fs, out);
  // Reads what the folder of texts has to be a folder for.
  await disk.read(README_NAME);
  const texts = await TextStore.open(fs, out);
  const known = lock ?? NO_LOCK;
  const orphans = orphansOf(known, tree);
  const paths = [...tree.files.map(({ path }) => path), ...orphans];
  const places = await placesOf({ fs, out, disk, texts, lock: known, tree }, paths);
  const pastOf = await reader(disk, texts, known, tree, places);
  const decisions: Decision[] = [];
  for (const file of tree.files) {
    const standing = places.get(file.path);
    if (file.secrets) {
      decisions.push(decideSecrets(file, standing?.disk, draw));
      continue;
    }
    const hash = textHash(file.content);
    const past = standing && untouched(file, hash, standing, known);
    decisions.push(decide(file, hash, past ?? (await pastOf(file.path, { text: file.content, hash }))));
  }
  for (const path of orphans) {
    const decision = decideOrphan(path, await pastOf(path, undefined));
    if (decision) decisions.push(decision);
  }
  return { lock, lockText, decisions: [...decisions, ...(await decideLaid(disk, known, decisions))], texts };
}

/** The past of a file that stands there as it is generated: by far the most common one. */
function untouched(
  { path, content }: GeneratedFile,
  hash: string,
  { place, disk }: Place,
  { files, pending }: Known,
): Past | undefined {
  if (!disk || disk.text !== content || pending[path] !== undefined) return undefined;
  return {
    place,
    disk,
    found: hash,
    laid: undefined,
    base: files[path],
    pending: undefined,
    baseText: undefined,
    choice: undefined,
  };
}

type Known = Pick<Lock, 'files' | 'pending' | 'moved'>;
type Places = ReadonlyMap<string, Place>;

/** @returns what is known of a path; the text last generated is only fetched where it may have to be merged */
async function reader(disk: DiskState, texts: TextStore, known: Known, tree: Tree, places: Places) {
  const laid = new Map<string, DiskFile | undefined>();
  const read = async (place: string) => {
    const beside = `${place}.new`;
    if (!laid.has(beside)) laid.set(beside, await disk.read(beside));
    return laid.get(beside);
  };
  return async (path: string, generated: { text: string; hash: string } | undefined): Promise<Past> => {
    const choice = choiceOf(tree.choices, path);
    const standing = places.get(path);
    // A file that was moved and is wanted back leaves where it was moved to alone.
    const stays = choice !== 'restore' || standing?.place === path;
    const place = (stays && standing?.place) || path;
    const found = stays ? standing?.disk : undefined;
    const foundHash = found?.text === generated?.text ? generated?.hash : hashOf(found);
    const pending = known.pending[path];
    const edited = found !== undefined && foundHash !== generated?.hash;
    const beside = pending !== undefined || edited ? await read(place) : undefined;
    // Whoever deletes the text that was laid beside a file has taken from it what they want.
    const base = pending !== undefined && beside === undefined ? pending : known.files[path];
    const wanted = edited && base !== undefined && base !== foundHash;
    const baseText = wanted ? await texts.get(base) : undefined;
    return { place, disk: found, found: foundHash, laid: beside, base, pending, baseText, choice };
  };
}

function hashOf(file: DiskFile | undefined): string | undefined {
  return typeof file?.text === 'string' ? textHash(file.text) : undefined;
}

/** A file of secrets gets values for the keys that have none; nothing else in it is ever touched. */
function decideSecrets(file: GeneratedFile, found: DiskFile | undefined, draw: () => string): Decision {
  const { path, owner } = file;
  const base = { path, place: path, owner, secret: true, current: found?.text ?? null, mode: found?.mode };
  // Something that is no text stands there: the user's business.
  if (found && found.text === null) return { ...base, action: 'keep', content: file.content };
  const content = fillSecrets(file.content, found?.text ?? null, draw);
  if (!found) return { ...base, action: 'create', content, result: content };
  if (content === found.text) return { ...base, action: 'keep', content };
  return { ...base, action: 'update', content, result: content };
}

/** Paths that were generated once and have no place in the tree any more. */
function orphansOf({ files, pending }: Known, tree: Tree): string[] {
  const wanted = new Set(tree.everyPath);
  for (const { path } of tree.files) wanted.add(path);
  const orphans = new Set<string>();
  for (const known of [files, pending])
    for (const path of Object.keys(known)) if (!wanted.has(path)) orphans.add(path);
  return [...orphans];
}

/** A text laid beside a file goes when the two agree again, unless somebody works in it. */
async function decideLaid(
  disk: DiskState,
  { pending, moved }: Known,
  decisions: readonly Decision[],
): Promise<Decision[]> {
  if (Object.keys(pending).length === 0) return [];
  const byPath = new Map(decisions.map((decision) => [decision.path, decision]));
  const over = Object.entries(pending).filter(([path]) => byPath.get(path)?.pending === undefined);
  const places = over.map(([path]) => `${byPath.get(path)?.place ?? moved[path] ?? path}.new`);
  const found = await disk.readAll(places);
  return over.flatMap(([, hash], index): Decision[] => {
    const [path, laid] = [places[index], found[index]];
    if (path === undefined || !laid) return [];
    const { text, mode } = laid;
    const action = text !== null && textHash(text) === hash ? 'remove' : 'orphan';
    return [{ path, place: path, owner: 'tool', action, content: text ?? '', current: text, mode }];
  });
}
