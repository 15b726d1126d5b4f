/**
 * Circles of a directed graph: its strongly connected components of more than one node, and nodes with an edge to
 * themselves (Tarjan, "Depth-first search and linear graph algorithms", 1972; without recursion).
 *
 * @param graph successors of each node; those that are no key have none
 * @returns for each, one circle through its first node (by the graph's order), as short as can be
 */
export function stronglyConnected(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map([...graph.keys()].map((node, index) => [node, index]));
  return tarjan(graph)
    .filter((nodes) => nodes.length > 1 || graph.get(nodes[0] ?? '')?.includes(nodes[0] ?? '') === true)
    .map((nodes) =>
      shortestCircle(
        graph,
        new Set(nodes),
        nodes.reduce((a, b) => ((order.get(a) ?? 0) <= (order.get(b) ?? 0) ? a : b)),
      ),
    )
    .sort((a, b) => (order.get(a[0] ?? '') ?? 0) - (order.get(b[0] ?? '') ?? 0));
}

function tarjan(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open = new Set<string>();
  const stack: string[] = [];
  const components: string[][] = [];
  const enter = (node: string) => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    open.add(node);
    return { node, next: 0 };
  };
  const leave = (node: string) => {
    if (low.get(node) !== index.get(node)) return;
    const component = stack.splice(stack.lastIndexOf(node));
    for (const member of component) open.delete(member);
    components.push(component);
  };
  for (const root of graph.keys()) {
    if (index.has(root)) continue;
    const path = [enter(root)];
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const successor = graph.get(frame.node)?.[frame.next++];
      if (successor === undefined) {
        leave(frame.node);
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined)
          low.set(parent.node, Math.min(low.get(parent.node) ?? 0, low.get(frame.node) ?? 0));
      } else if (!index.has(successor)) path.push(enter(successor));
      else if (open.has(successor))
        low.set(frame.node, Math.min(low.get(frame.node) ?? 0, index.get(successor) ?? 0));
    }
  }
  return components;
}

/** Breadth first from `start` back to it, inside of `nodes`. */
function shortestCircle(
  graph: ReadonlyMap<string, readonly string[]>,
  nodes: ReadonlySet<string>,
  start: string,
): string[] {
  const before = new Map<string, string>();
  const queue = [start];
  for (const node of queue) {
    for (const next of graph.get(node) ?? []) {
      if (next === start) return trace(before, node, start);
      if (!nodes.has(next) || before.has(next)) continue;
      before.set(next, node);
      queue.push(next);
    }
  }
  return [start];
}

function trace(before: ReadonlyMap<string, string>, last: string, start: string): string[] {
  const circle = [last];
  for (let node = last; node !== start; ) {
    node = before.get(node) ?? start;
    circle.push(node);
  }
  return circle.reverse();
}
