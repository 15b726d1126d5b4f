import type { Path } from '../problem.ts';
import { childOf, entryOf, type Found, itemOf } from '../source/locate.ts';
import { nextLine } from '../source/scan.ts';
import { type Draft, Refusal } from './draft.ts';
import { type Extent, extentOf, lineFrom, startsLine } from './extent.ts';
import { replaceValue } from './replace.ts';

/** What is removed below a node: everything (`all`), or some of its children. */
interface Removal {
  all: boolean;
  children: Map<string | number, Removal>;
}

/** Maps whose entries people name: an entry that loses its last field stays, as `{}`. */
const NAMED = new Set(['operations', 'tables', 'topics']);

/**
 * Removes what stands at paths, with every map and list that this leaves empty.
 *
 * @param draft where the changes go
 * @param root top of the document
 * @param paths what is removed; what is not there is passed over
 */
export function removePaths(draft: Draft, root: Found, paths: readonly Path[]): void {
  const top: Removal = { all: false, children: new Map() };
  for (const path of paths) {
    let removal = top;
    for (const step of path) {
      const next = removal.children.get(step) ?? { all: false, children: new Map() };
      removal.children.set(step, next);
      removal = next;
    }
    removal.all = true;
  }
  removeIn(draft, root, top, []);
}

/** @returns whether the node itself is to be removed by what holds it */
function removeIn(draft: Draft, found: Found, removal: Removal, path: Path): boolean {
  if (removal.all) return true;
  const { node } = found;
  if (node.type === 'alias')
    throw new Refusal('edit/alias', 'this value is shared by an alias: change it in the text');
  if (node.type === 'scalar') return false;
  const steps =
    node.type === 'map'
      ? [...new Set(node.entries.map((entry) => entry.key))]
      : node.items.map((_, index) => index);
  const gone = new Set(steps.filter((step) => isGone(draft, found, removal, [...path, step], step)));
  if (gone.size === 0) return false;
  if (gone.has('calls') && node.type === 'map' && Object.hasOwn(node.value, 'cached')) return true; // a read-through cache is nothing without its calls
  if (gone.size === steps.length) {
    if (!staysEmpty(path)) return true;
    replaceValue(draft, found, node.type === 'map' ? {} : []);
    return false;
  }
  removeChildren(draft, found, gone);
  return false;
}

function isGone(draft: Draft, found: Found, removal: Removal, path: Path, step: string | number): boolean {
  const inner = removal.children.get(step);
  const child = inner === undefined ? undefined : childOf(found, step);
  return inner !== undefined && child !== undefined && removeIn(draft, child, inner, path);
}

/** Whether an empty map at a path still says something: that a component, an operation, a layout exists. */
function staysEmpty(path: Path): boolean {
  if (path.length === 0) throw new Refusal('edit/root', 'a document cannot be emptied by an edit');
  const [section, , field] = path;
  if (path.length === 1) return section === 'components';
  if (path.length === 2) return section === 'components' || section === 'layouts';
  return path.length === 4 && section === 'components' && NAMED.has(String(field));
}

function removeChildren(draft: Draft, found: Found, gone: ReadonlySet<string | number>): void {
  const { node } = found;
  if (node.type !== 'map' && node.type !== 'list') return;
  const children =
    node.type === 'map'
      ? node.entries.map((entry) => ({
          gone: gone.has(entry.key),
          extent: extentOf(draft.text, entryOf(found, node, entry)),
        }))
      : node.items.map((item, index) => ({
          gone: gone.has(index),
          extent: extentOf(draft.text, itemOf(found, node, item)),
        }));
  if (node.flow) removeFromFlow(draft, children);
  else removeLines(draft, children);
}

type Child = { gone: boolean; extent: Extent };

function removeLines(draft: Draft, children: readonly Child[]): void {
  const { text } = draft;
  const first = children[0];
  let from = 0;
  if (first?.gone === true && !startsLine(text, first.extent.from)) {
    // The first one shares the line of a dash: what is left moves up to it.
    from = children.findIndex((child) => !child.gone);
    draft.replace(first.extent.from, children[from]?.extent.from ?? first.extent.end, '');
  }
  for (const { gone, extent } of children.slice(from)) {
    if (gone) draft.replace(lineFrom(text, extent.from), nextLine(text, extent.end), '');
  }
}

function removeFromFlow(draft: Draft, children: readonly Child[]): void {
  const lastKept = children.findLastIndex((child) => !child.gone);
  children.forEach(({ gone, extent }, index) => {
    const next = children[index + 1];
    if (gone && index < lastKept && next !== undefined) draft.replace(extent.from, next.extent.from, '');
  });
  const kept = children[lastKept];
  const last = children.at(-1);
  if (kept !== undefined && last !== undefined) draft.replace(kept.extent.end, last.extent.end, '');
}
