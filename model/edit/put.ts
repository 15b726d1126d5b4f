import type { Path } from '../problem.ts';
import { childOf, entryOf, type Found, rootOf } from '../source/locate.ts';
import { FORBIDDEN_KEYS } from '../source/node.ts';
import { addEntries, addItems, type Placing } from './add.ts';
import { type Draft, Refusal } from './draft.ts';
import type { Value } from './edit.ts';
import { equalValues } from './equal.ts';
import { printAfter, printKey } from './print.ts';
import { removePaths } from './remove.ts';
import { replaceValue } from './replace.ts';

/** Longest key that an edit writes; YAML 1.2.2 (section 8.2.2) limits keys on one line to 1024 characters. */
const MAX_KEY = 300;
/** Most levels inside a value that an edit writes: half of what is read, since the value lands inside of a document. */
const MAX_VALUE_DEPTH = 50;

/** Order of keys at a path, by the format. */
export type OrderOf = (path: Path) => readonly string[];

/**
 * Sets the value at a path; maps that are missing on the way are made.
 *
 * @param draft where the changes go
 * @param path keys and indices from the top
 * @param value what will stand there
 * @param orderOf where new keys belong
 */
export function setAt(draft: Draft, path: Path, value: Value, orderOf: OrderOf): void {
  if (path.length === 0) throw new Refusal('edit/root', 'the whole document cannot be replaced by an edit');
  checkKeys(path, value);
  const root = rootOf(draft.source);
  if (root === undefined) {
    startDocument(draft, path, value);
    return;
  }
  let found = root;
  for (const [depth, step] of path.entries()) {
    if (found.node.type === 'alias')
      throw new Refusal('edit/alias', 'this value is shared by an alias: change it in the text');
    const child = childOf(found, step);
    if (child === undefined) {
      addBelow(draft, found, path, depth, nest(path.slice(depth + 1), value), orderOf);
      return;
    }
    found = child;
  }
  put(draft, found, value, path, orderOf);
}

/** Writes a value in a value's place, changing only the parts that differ. */
export function put(draft: Draft, found: Found, value: Value, path: Path, orderOf: OrderOf): void {
  const { node } = found;
  if (equalValues(node.value, value)) return;
  if (node.type === 'alias')
    throw new Refusal('edit/alias', 'this value is shared by an alias: change it in the text');
  if (node.type === 'map' && isMap(value)) putMap(draft, found, value, path, orderOf);
  else if (node.type === 'list' && Array.isArray(value) && value.length > 0)
    putList(draft, found, value, path, orderOf);
  else replaceValue(draft, found, value);
}

function putMap(
  draft: Draft,
  found: Found,
  value: { readonly [key: string]: Value | undefined },
  path: Path,
  orderOf: OrderOf,
): void {
  const map = found.node;
  if (map.type !== 'map') return;
  const old = new Map(map.entries.toReversed().map((entry) => [entry.key, entry]));
  const wanted = new Map(
    Object.entries(value).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
  const gone = [...old.keys()].filter((key) => !wanted.has(key));
  const added = [...wanted].filter(([key]) => !old.has(key));
  const changed = map.entries.filter(
    (entry) =>
      old.get(entry.key) === entry &&
      wanted.has(entry.key) &&
      !equalValues(entry.value.value, wanted.get(entry.key)),
  );
  // In one line, what is added may turn the line into a block, so that it cannot be combined with other changes.
  if (gone.length === old.size || (map.flow && added.length > 0 && gone.length + changed.length > 0)) {
    replaceValue(draft, found, value);
    return;
  }
  // A map written as a whole may lose keys without its becoming empty, so nothing above it is touched.
  if (gone.length > 0)
    removePaths(
      draft,
      found,
      gone.map((key) => [key]),
    );
  for (const entry of changed)
    put(draft, entryOf(found, map, entry), wanted.get(entry.key) ?? null, [...path, entry.key], orderOf);
  addEntries(draft, found, added, { order: orderOf(path) });
}

function putList(draft: Draft, found: Found, value: readonly Value[], path: Path, orderOf: OrderOf): void {
  const old = found.node.value as readonly unknown[];
  const most = Math.min(old.length, value.length);
  let head = 0;
  while (head < most && equalValues(old[head], value[head])) head += 1;
  let tail = 0;
  while (tail < most - head && equalValues(old[old.length - 1 - tail], value[value.length - 1 - tail]))
    tail += 1;
  const common = most - head - tail;
  if (old.length === 0 || head + tail + common === 0) {
    replaceValue(draft, found, value);
    return;
  }
  for (let index = head; index < head + common; index += 1) {
    const child = childOf(found, index);
    if (child !== undefined) put(draft, child, value[index] ?? null, [...path, index], orderOf);
  }
  const at = head + common;
  if (old.length > value.length) {
    removePaths(
      draft,
      found,
      Array.from({ length: old.length - value.length }, (_, index) => [at + index]),
    );
  } else if (value.length > old.length) {
    addItems(draft, found, at, value.slice(at, at + value.length - old.length));
  }
}

function addBelow(
  draft: Draft,
  found: Found,
  path: Path,
  depth: number,
  value: Value,
  orderOf: OrderOf,
): void {
  const { node } = found;
  const step = path[depth] ?? '';
  const at = path.slice(0, depth);
  if (node.type === 'map') addEntries(draft, found, [[String(step), value]], placingAt(at, orderOf));
  else if (node.type === 'list') {
    if (step !== node.items.length) throw new Refusal('edit/no-item', `the list has no item ${String(step)}`);
    addItems(draft, found, node.items.length, [value]);
  } else if (node.value === null && depth > 0)
    replaceValue(draft, found, typeof step === 'number' ? [value] : { [step]: value }, true);
  else
    throw new Refusal(
      'edit/no-map',
      `"${String(at.at(-1) ?? 'the document')}" holds no map, so "${String(step)}" cannot be added to it`,
    );
}

/** Components and the sections of a document get lines of their own. */
function placingAt(path: Path, orderOf: OrderOf): Placing {
  return {
    order: orderOf(path),
    spacious: path.length === 0 || (path.length === 1 && path[0] === 'components'),
  };
}

function startDocument(draft: Draft, path: Path, value: Value): void {
  const [key, ...rest] = path;
  const line = `${printKey(String(key))}:${printAfter(nest(rest, value), 0, draft.style, true)}${draft.style.eol}`;
  const { text } = draft;
  const gap = text === '' || text.endsWith('\n') || text === '\ufeff' ? '' : draft.style.eol;
  draft.replace(text.length, text.length, gap + line);
}

function nest(path: Path, value: Value): Value {
  return path.reduceRight<Value>((inner, step) => {
    if (typeof step === 'string') return { [step]: inner };
    if (step !== 0) throw new Refusal('edit/no-item', `the list has no item ${step}`);
    return [inner];
  }, value);
}

function isMap(value: Value): value is { readonly [key: string]: Value | undefined } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Refuses keys that could not be read back. */
function checkKeys(path: Path, value: Value): void {
  for (const step of path) if (typeof step === 'string') checkKey(step);
  checkValueKeys(value, 0);
}

/** @throws Refusal for a key that no document may hold, or that would not fit on a line */
export function checkKey(key: string): void {
  if (FORBIDDEN_KEYS.has(key) || key === '<<')
    throw new Refusal('edit/forbidden-name', `"${key}" cannot be used as a name`);
  if (key.length > MAX_KEY || /[\r\n\u0085\u2028\u2029]/.test(key))
    throw new Refusal('edit/forbidden-name', `a name has one line of at most ${MAX_KEY} characters`);
}

function checkValueKeys(value: Value, depth: number): void {
  if (depth > MAX_VALUE_DEPTH) throw new Refusal('edit/too-deep', 'maps and lists are nested too deep');
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) checkKey(key);
    if (inner !== undefined) checkValueKeys(inner as Value, depth + 1);
  }
}
