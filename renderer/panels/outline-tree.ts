import type { Component } from '#model';
import type { TreeNode } from '../tree/rows.ts';

/** What a row of the outline stands for. */
export type OutlineItem =
  | { type: 'context'; names: readonly string[] }
  | { type: 'component'; component: Component };

/** Id of a context's row; components' rows are called by the component's name, which cannot hold a colon. */
export const contextRow = (context: string) => `context:${context}`;

/** Components as a tree: by context in the document's order, those of none beside the contexts. */
export function outlineOf(components: Readonly<Record<string, Component>>): TreeNode<OutlineItem>[] {
  const roots: TreeNode<OutlineItem>[] = [];
  const contexts = new Map<string, TreeNode<OutlineItem>[]>();
  for (const [name, component] of Object.entries(components)) {
    const leaf: TreeNode<OutlineItem> = { id: name, label: name, data: { type: 'component', component } };
    if (component.context === undefined) {
      roots.push(leaf);
      continue;
    }
    const members = contexts.get(component.context);
    if (members) {
      members.push(leaf);
      continue;
    }
    const children = [leaf];
    contexts.set(component.context, children);
    roots.push({
      id: contextRow(component.context),
      label: component.context,
      data: { type: 'context', names: [] },
      children,
    });
  }
  return roots.map((node) =>
    node.children ? { ...node, data: { type: 'context', names: node.children.map(({ id }) => id) } } : node,
  );
}
