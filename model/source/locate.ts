import type { Path, SourceRange } from '../problem.ts';
import type { SourceNode } from './node.ts';
import type { Source } from './source.ts';

/** A node with the sum of the bases above it: add it to the node's offsets. */
export interface Found {
  node: SourceNode;
  base: number;
  /** The key that led here, if it was one. */
  key?: { node: SourceNode; base: number };
}

/** Steps down one level. @returns `undefined` where nothing is */
export function childOf(found: Found, step: string | number): Found | undefined {
  const { node, base } = found;
  if (node.type === 'map') {
    const entry = node.entries.find((candidate) => candidate.key === String(step));
    if (entry === undefined) return undefined;
    return {
      node: entry.value,
      base: base + entry.base,
      key: { node: entry.keyNode, base: base + entry.base },
    };
  }
  if (node.type !== 'list' || typeof step !== 'number') return undefined;
  const item = node.items[step];
  return item === undefined ? undefined : { node: item.value, base: base + item.base };
}

/** What stands at a path exactly. @returns `undefined` where nothing is */
export function findNode(source: Source, path: Path): Found | undefined {
  if (source.root === undefined) return undefined;
  let found: Found | undefined = { node: source.root, base: 0 };
  for (const step of path) {
    found = childOf(found, step);
    if (found === undefined) return undefined;
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
  if (source.root === undefined) return undefined;
  let found: Found = { node: source.root, base: 0 };
  let complete = true;
  for (const step of path) {
    const child = childOf(found, step);
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
  let found: Found | undefined = source.root === undefined ? undefined : { node: source.root, base: 0 };
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
