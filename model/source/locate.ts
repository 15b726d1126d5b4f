import type { Path, SourceRange } from '../problem.ts';
import type { Entry, Item, ListNode, MapNode, SourceNode } from './node.ts';
import type { Source } from './source.ts';

/** A node with the sum of the bases above it: add it to the node's offsets. */
export interface Found {
  readonly node: SourceNode;
  readonly base: number;
  /** The key that led here, if it was one. */
  readonly key?: { readonly node: SourceNode; readonly base: number };
  /** Offset of the dash (with all bases) that led here, if it was a list's item. */
  readonly dash?: number;
  /** It stands inside of `{}` or `[]`, where nothing may be written as a block. */
  readonly inFlow: boolean;
}

/** The top of a tree. @returns `undefined` for an empty or unreadable text */
export function rootOf(source: Source): Found | undefined {
  return source.root === undefined ? undefined : { node: source.root, base: 0, inFlow: false };
}

/** Steps down one level. @returns `undefined` where nothing is */
export function childOf(found: Found, step: string | number): Found | undefined {
  const { node } = found;
  if (node.type === 'map') {
    const entry = node.entries.find((candidate) => candidate.key === String(step));
    return entry === undefined ? undefined : entryOf(found, node, entry);
  }
  if (node.type !== 'list' || typeof step !== 'number') return undefined;
  const item = node.items[step];
  return item === undefined ? undefined : itemOf(found, node, item);
}

/** An entry of a map that was found. */
export function entryOf(found: Found, map: MapNode, entry: Entry): Found {
  const base = found.base + entry.base;
  return { node: entry.value, base, key: { node: entry.keyNode, base }, inFlow: found.inFlow || map.flow };
}

/** An item of a list that was found. */
export function itemOf(found: Found, list: ListNode, item: Item): Found {
  const base = found.base + item.base;
  return { node: item.value, base, dash: item.dash + base, inFlow: found.inFlow || list.flow };
}

/** What stands at a path exactly. @returns `undefined` where nothing is */
export function findNode(source: Source, path: Path): Found | undefined {
  let found = rootOf(source);
  for (const step of path) {
    if (found === undefined) return undefined;
    found = childOf(found, step);
  }
  return found;
}

/**
 * Range of what stands at a path.
 *
 * @param source the text and its tree
 * @param path keys and indices from the top
 * @param what the key or the value; a value that is a block map or list is shown by its key, for it would span many lines
 * @returns the range of the nearest ancestor where the path leads nowhere; `undefined` where nothing was read
 */
export function locate(source: Source, path: Path, what: 'key' | 'value' = 'value'): SourceRange | undefined {
  let found = rootOf(source);
  if (found === undefined) return undefined;
  let complete = true;
  for (const step of path) {
    const child: Found | undefined = childOf(found, step);
    if (child === undefined) {
      complete = false;
      break;
    }
    found = child;
  }
  const shown =
    found.key !== undefined && (what === 'key' || !complete || found.node.start === found.node.end)
      ? found.key
      : found;
  return source.lines.range(shown.node.start + shown.base, shown.node.end + shown.base);
}

/**
 * Path of what stands at an offset.
 *
 * @param source the text and its tree
 * @param offset UTF-16 units from the start
 * @returns the deepest path whose key or value holds the offset, or whose entry's lines do; empty at the top
 */
export function pathAt(source: Source, offset: number): Path {
  const path: (string | number)[] = [];
  let found = rootOf(source);
  while (found !== undefined) {
    const step = stepAt(found, offset);
    if (step === undefined) break;
    path.push(step);
    found = childOf(found, step);
  }
  return path;
}

function stepAt({ node, base }: Found, offset: number): string | number | undefined {
  if (node.type === 'map') {
    const entry = node.entries.findLast(
      (candidate) => candidate.keyNode.start + candidate.base + base <= offset,
    );
    if (entry === undefined) return undefined;
    return node.flow && offset > entry.value.end + entry.base + base ? undefined : entry.key;
  }
  if (node.type !== 'list') return undefined;
  const index = node.items.findLastIndex((candidate) => candidate.dash + candidate.base + base <= offset);
  return index === -1 ? undefined : index;
}
