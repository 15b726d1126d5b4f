/** A node of a tree that is shown as rows. Ids are unique in the tree. */
export interface TreeNode<T> {
  id: string;
  label: string;
  data: T;
  /** Absent for leaves. */
  children?: readonly TreeNode<T>[];
}

/** A visible row. */
export interface TreeRow<T> {
  node: TreeNode<T>;
  /** Counts from 1, as `aria-level`. */
  level: number;
  /** Place among its siblings, from 1, and how many there are. */
  position: number;
  siblings: number;
  expanded: boolean;
  parent: string | null;
}

/** The rows that are visible, given which branches are folded. */
export function rowsOf<T>(roots: readonly TreeNode<T>[], folded: ReadonlySet<string>): TreeRow<T>[] {
  const rows: TreeRow<T>[] = [];
  const visit = (nodes: readonly TreeNode<T>[], level: number, parent: string | null) => {
    nodes.forEach((node, index) => {
      const expanded = node.children !== undefined && !folded.has(node.id);
      rows.push({ node, level, position: index + 1, siblings: nodes.length, expanded, parent });
      if (expanded && node.children) visit(node.children, level + 1, node.id);
    });
  };
  visit(roots, 1, null);
  return rows;
}

/**
 * The part of a tree whose leaves fit a search; branches stay where something below them does.
 *
 * @param query compared without regard to case; everything fits an empty one
 */
export function searchTree<T>(
  roots: readonly TreeNode<T>[],
  query: string,
  textOf: (node: TreeNode<T>) => string,
): TreeNode<T>[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [...roots];
  const keep = (nodes: readonly TreeNode<T>[]): TreeNode<T>[] =>
    nodes.flatMap((node) => {
      if (node.children === undefined) return textOf(node).toLowerCase().includes(wanted) ? [node] : [];
      const children = keep(node.children);
      return children.length > 0 ? [{ ...node, children }] : [];
    });
  return keep(roots);
}

/** What a key does in a tree (WAI-ARIA tree view pattern). */
export type TreeAct =
  | { type: 'focus'; id: string }
  | { type: 'fold'; id: string }
  | { type: 'unfold'; id: string };

/**
 * What a key does when the row `id` has the focus.
 *
 * @returns `undefined` where the key means nothing to the tree
 */
export function actOf<T>(rows: readonly TreeRow<T>[], id: string, key: string): TreeAct | undefined {
  const index = rows.findIndex((row) => row.node.id === id);
  const row = rows[index];
  if (!row) return undefined;
  const focus = (target: TreeRow<T> | undefined): TreeAct | undefined =>
    target && { type: 'focus', id: target.node.id };
  switch (key) {
    case 'ArrowDown':
      return focus(rows[index + 1]);
    case 'ArrowUp':
      return focus(rows[index - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'ArrowRight':
      if (!row.node.children) return undefined;
      return row.expanded ? focus(rows[index + 1]) : { type: 'unfold', id };
    case 'ArrowLeft':
      if (row.expanded) return { type: 'fold', id };
      return row.parent === null ? undefined : { type: 'focus', id: row.parent };
    default:
      return undefined;
  }
}

/** Ids of the branches above a node, outermost first; empty for roots and for what is not there. */
export function branchesAbove<T>(roots: readonly TreeNode<T>[], id: string): string[] {
  for (const node of roots) {
    if (!node.children) continue;
    if (node.children.some((child) => child.id === id)) return [node.id];
    const below = branchesAbove(node.children, id);
    if (below.length > 0) return [node.id, ...below];
  }
  return [];
}
