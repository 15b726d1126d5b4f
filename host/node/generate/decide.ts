import type { GeneratedFile } from '#generators';
import type { Choice, PlannedFileState } from '../../contract/index.ts';
import type { DiskFile } from './disk-state.ts';
import { textHash } from './hash.ts';
import { type Conflict, mergeTexts } from './merge.ts';
import { isSound } from './sound.ts';
import { inShape, plain, shapeOf } from './text-shape.ts';

export type Action = PlannedFileState['action'];

/** What is to happen to one path. Data: it is shown as a preview, or carried out. */
export interface Decision {
  /** Path that was generated. */
  path: string;
  /** Where the file stands; another path where somebody moved it. */
  place: string;
  action: Action;
  owner: 'tool' | 'user';
  /** The generated text; of a file that is generated no more, what stands there. */
  content: string;
  current: string | null;
  /** Permission bits now; `undefined` where there is no file. */
  mode?: number;
  /** Text that the file gets; `undefined`: it stays as it is. */
  result?: string;
  /** Hash of the text that the file on disk now starts from; `undefined`: forget the path. */
  remember?: string;
  /** Hash of the text that lies beside the file until somebody has dealt with it. */
  pending?: string;
  /** Where `content` lies because the file itself is kept. */
  beside?: string;
  /** Where the person's text is kept because they chose the new one. */
  backup?: string;
  /** Text last generated; `null`: not known. */
  base?: string | null;
  conflicts?: Conflict[];
  /** Why a file is not merged, in words. */
  reason?: string;
  /** What the person said is to be done with this file, where it makes a difference. */
  choice?: Choice;
  /** The file is full of secrets: shown masked, readable by its owner only. */
  secret?: boolean;
}

/** What is known of a path. */
export interface Past {
  place: string;
  /** What stands at the place. */
  disk: DiskFile | undefined;
  /** Hash of it; `undefined` where it is no text. */
  found: string | undefined;
  /** What stands at the place with `.new` after it. */
  laid: DiskFile | undefined;
  /** Hash of the text that the file started from. */
  base: string | undefined;
  /** Hash of the text that was laid beside it. */
  pending: string | undefined;
  /** The text with the hash `base`, where it was kept. */
  baseText: string | undefined;
  choice: Choice | undefined;
}

/**
 * Decides about a generated file.
 *
 * @param hash of its text
 */
export function decide(file: GeneratedFile, hash: string, past: Past): Decision {
  const { path, owner, content } = file;
  const { place, disk, found, base, choice } = past;
  const decision: Decision = {
    path,
    place,
    action: 'same',
    owner,
    content,
    current: disk?.text ?? null,
    mode: disk?.mode,
    remember: hash,
  };
  if (!disk) return decideAbsent(decision, past);
  // Of a user's file the hash last generated stays, so that one never touched can be removed one day.
  if (owner === 'user') return { ...decision, action: 'keep', remember: base };
  const current = disk.text;
  if (current === null) return decideKept(decision, past, hash, NOT_TEXT);
  if (found === hash) return decision;
  const fresh = inShape(content, shapeOf(current));
  if (found === base) return { ...decision, action: 'update', result: fresh };
  if (choice === 'new')
    return { ...decision, action: 'update', result: fresh, backup: `${place}.mine`, choice };
  if (choice === 'mine' || base === hash) {
    const edited: Decision = { ...decision, action: 'edited', base: past.baseText ?? null };
    return base === hash ? edited : { ...edited, choice };
  }
  return decideEdited(decision, past, hash, current);
}

/** A file that was generated and is gone was deleted by somebody, and stays so until they want it back. */
function decideAbsent(decision: Decision, { base, pending, laid, choice }: Past): Decision {
  const create: Decision = { ...decision, action: 'create', result: decision.content };
  if (base === undefined && pending === undefined) return create;
  if (choice === 'restore') return { ...create, choice };
  return { ...decision, action: 'deleted', remember: base, pending: laid ? pending : undefined };
}

/** Merges a file that somebody has edited with what is new. */
function decideEdited(decision: Decision, past: Past, hash: string, current: string): Decision {
  const { base, baseText } = past;
  const { place, content } = decision;
  if (base === undefined) return decideKept({ ...decision, action: 'foreign' }, past, hash);
  if (baseText === undefined) return decideKept(decision, past, hash, NO_BASE);
  const shape = shapeOf(current);
  const mine = shape.crlf ? plain(current) : current.slice(shape.mark ? 1 : 0);
  const known = { ...decision, base: baseText };
  const merge = mergeTexts(baseText, mine, content);
  if (merge.kind === 'too-large') return decideKept(known, past, hash, TOO_LARGE);
  if (merge.kind === 'conflict') {
    const { conflicts } = merge;
    return { ...decideKept(known, past, hash, meetingIn(conflicts)), conflicts };
  }
  if (!isSound(place, merge.text, [mine, content])) return decideKept(known, past, hash, UNSOUND);
  if (merge.text === mine) return { ...known, action: 'edited' };
  return { ...known, action: 'merge', result: inShape(merge.text, shape) };
}

/** Lines that are named; whoever has more conflicts sees them in the file. */
const MOST_NAMED = 4;

function meetingIn(conflicts: readonly Conflict[]): string {
  const named = conflicts.slice(0, MOST_NAMED).map(({ line }) => line);
  const more = conflicts.length - named.length;
  const lines = more === 0 ? named.join(', ') : `${named.join(', ')} and in ${more} more places`;
  return `Your change and the new one meet in ${conflicts.length === 1 ? 'line' : 'lines'} ${lines}.`;
}

/** The file stays byte for byte; the new text is laid beside it, unless somebody works in what was laid there before. */
function decideKept(decision: Decision, past: Past, hash: string, reason?: string): Decision {
  const { base, pending, laid, place } = past;
  const action = decision.action === 'foreign' || base === undefined ? 'foreign' : 'conflict';
  const kept: Decision = { ...decision, action, remember: base, reason, base: decision.base ?? null };
  // Nothing is new: the person knows this text already.
  if (base === hash) return { ...kept, action: 'edited' };
  const free = laid === undefined || (laid.text !== null && [pending, hash].includes(textHash(laid.text)));
  return free ? { ...kept, beside: `${place}.new`, pending: hash } : { ...kept, pending };
}

const NOT_TEXT = 'It is no text that can be merged: a link, a binary or a very large file.';
const NO_BASE = 'The text it was made from is not known, so the two cannot be merged.';
const TOO_LARGE = 'It is too large to be merged.';
const UNSOUND = 'Both changes together would make it unreadable.';

/**
 * Decides about a file that was generated once and is no longer.
 *
 * @param past `base`: hash of the text last generated there
 * @returns `undefined` where it is gone already
 */
export function decideOrphan(path: string, { place, disk, found, base }: Past): Decision | undefined {
  if (!disk) return undefined;
  const { text, mode } = disk;
  const untouched = found !== undefined && found === base;
  const decision = { path, place, owner: 'tool' as const, content: text ?? '', current: text, mode };
  // Whoever moved a file wants it where it is, also where they changed nothing in it.
  if (untouched && place === path) return { ...decision, action: 'remove' };
  return { ...decision, action: 'orphan', remember: base };
}
