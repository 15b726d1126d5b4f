import type { GraphEdge } from './edges.ts';

/** Edges by the component that they leave and by the one that they reach. */
export interface Adjacency {
  out: ReadonlyMap<string, readonly GraphEdge[]>;
  into: ReadonlyMap<string, readonly GraphEdge[]>;
}

/** @param edges of a document @returns the edges at each component, in their order */
export function adjacencyOf(edges: readonly GraphEdge[]): Adjacency {
  const out = new Map<string, GraphEdge[]>();
  const into = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    add(out, edge.from, edge);
    add(into, edge.to, edge);
  }
  return { out, into };
}

function add(map: Map<string, GraphEdge[]>, name: string, edge: GraphEdge): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [edge]);
  else list.push(edge);
}

/**
 * Circles of components that wait for each other.
 *
 * @param edges of a document
 * @returns successors by synchronous edges, as `stronglyConnected` takes them
 */
export function synchronousGraph(edges: readonly GraphEdge[]): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const edge of edges) {
    if (!edge.synchronous) continue;
    const successors = graph.get(edge.from);
    if (successors === undefined) graph.set(edge.from, [edge.to]);
    else successors.push(edge.to);
  }
  return graph;
}
