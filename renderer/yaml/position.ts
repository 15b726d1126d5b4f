import type { ArchDocument, GraphEdge, Path } from '#model';

/** What a place in the text belongs to. */
export type Place = { type: 'component'; name: string } | { type: 'edge'; id: string };

/**
 * The component or edge whose text holds a path; `undefined` where it belongs to none.
 *
 * @param path as `Parsed.pathAt` gives it
 */
export function placeOf(path: Path, document: ArchDocument, edges: readonly GraphEdge[]): Place | undefined {
  const [top, key] = path;
  if ((top === 'components' || top === 'canvas') && typeof key === 'string') {
    return Object.hasOwn(document.components, key) ? { type: 'component', name: key } : undefined;
  }
  if (top !== 'connections' || typeof key !== 'number') return undefined;
  const connection = document.connections[key];
  const edge = connection && edges.find(({ from, to }) => from === connection.from && to === connection.to);
  return edge && { type: 'edge', id: edge.id };
}

/** Path of what is selected, where that is one thing with a block of its own in the text. */
export function pathOfSelection(
  { components, edges: selectedEdges }: { components: ReadonlySet<string>; edges: ReadonlySet<string> },
  document: ArchDocument,
  edges: readonly GraphEdge[],
): Path | undefined {
  if (components.size + selectedEdges.size !== 1) return undefined;
  const [name] = components;
  if (name !== undefined) return ['components', name];
  const [id] = selectedEdges;
  const edge = edges.find((candidate) => candidate.id === id);
  const index = document.connections.findIndex(({ from, to }) => from === edge?.from && to === edge.to);
  return index < 0 ? undefined : ['connections', index];
}
