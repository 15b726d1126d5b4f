import { createStore } from 'zustand/vanilla';
import { documentStore } from './document.ts';

/** What is selected on the canvas: component names and edge ids. Sets are replaced, never changed. */
export interface Selection {
  readonly components: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/** The selection of this window. It never holds what the document does not have. */
export const selectionStore = createStore<Selection>()(() => ({ components: NONE, edges: NONE }));

/** Replaces the selection. */
export function select(next: { components?: Iterable<string>; edges?: Iterable<string> }): void {
  const selection = { components: new Set(next.components ?? []), edges: new Set(next.edges ?? []) };
  if (!sameSelection(selection, selectionStore.getState())) selectionStore.setState(selection);
}

/** Selects a component beside what is selected, or takes it out. */
export function toggleComponent(name: string): void {
  const { components, edges } = selectionStore.getState();
  select({ components: toggled(components, name), edges });
}

/** Selects an edge beside what is selected, or takes it out. */
export function toggleEdge(id: string): void {
  const { components, edges } = selectionStore.getState();
  select({ components, edges: toggled(edges, id) });
}

export function clearSelection(): void {
  select({});
}

/** What of a selection still exists. */
export function pruned(
  selection: Selection,
  components: Readonly<Record<string, unknown>>,
  edgeIds: ReadonlySet<string>,
): Selection {
  const left = {
    components: new Set([...selection.components].filter((name) => Object.hasOwn(components, name))),
    edges: new Set([...selection.edges].filter((id) => edgeIds.has(id))),
  };
  return sameSelection(left, selection) ? selection : left;
}

function toggled(set: ReadonlySet<string>, item: string): Set<string> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

const sameSelection = (a: Selection, b: Selection) =>
  sameSet(a.components, b.components) && sameSet(a.edges, b.edges);
const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((item) => b.has(item));

documentStore.subscribe((state, before) => {
  const selection = selectionStore.getState();
  if (selection.components.size + selection.edges.size === 0) return;
  if (state.parsed.document === before.parsed.document && state.edges === before.edges) return;
  const left = pruned(selection, state.parsed.document.components, new Set(state.edges.map(({ id }) => id)));
  if (left !== selection) selectionStore.setState(left);
});
