import { type Component, callsOf, componentOf, type GraphEdge, isBroker, operationsOf } from '#model';
import type { Scene } from './scene.ts';

/** What takes part in the journeys that use an edge. */
export interface Journey {
  components: ReadonlySet<string>;
  edges: ReadonlySet<string>;
}

/** One stretch of a journey: an operation's call of another, or a message on its way. */
interface Leg {
  edge: string;
  /** `SERVICE.OPERATION` or the name of what has no operations. */
  from: string;
  to: string;
}

/**
 * The journeys that use an edge: every operation from which the edge is reached, and everything that follows from it.
 * Where nothing is known but the drawn connection, that is the edge alone.
 */
export function journeyThrough(scene: Scene, edgeId: string): Journey {
  const legs = legsOf(scene);
  const own = legs.filter(({ edge }) => edge === edgeId);
  const edges = new Set([edgeId]);
  walk(
    own.map(({ from }) => from),
    byEnd(legs, 'to'),
    ({ from }) => from,
    edges,
  );
  walk(
    own.map(({ to }) => to),
    byEnd(legs, 'from'),
    ({ to }) => to,
    edges,
  );
  const components = new Set<string>();
  for (const id of edges) {
    const edge = scene.edgeById.get(id);
    if (edge) components.add(edge.from).add(edge.to);
  }
  return { components, edges };
}

function walk(
  start: readonly string[],
  legsAt: ReadonlyMap<string, Leg[]>,
  next: (leg: Leg) => string,
  edges: Set<string>,
): void {
  const seen = new Set(start);
  const queue = [...start];
  for (let place = queue.pop(); place !== undefined; place = queue.pop()) {
    for (const leg of legsAt.get(place) ?? []) {
      edges.add(leg.edge);
      const further = next(leg);
      if (!seen.has(further)) {
        seen.add(further);
        queue.push(further);
      }
    }
  }
}

function byEnd(legs: readonly Leg[], end: 'from' | 'to'): Map<string, Leg[]> {
  const map = new Map<string, Leg[]>();
  for (const leg of legs) {
    const known = map.get(leg[end]);
    if (known) known.push(leg);
    else map.set(leg[end], [leg]);
  }
  return map;
}

const known = new WeakMap<readonly GraphEdge[], Leg[]>();

function legsOf(scene: Scene): Leg[] {
  const legs = known.get(scene.edges) ?? scene.edges.flatMap((edge) => legsAlong(scene, edge));
  known.set(scene.edges, legs);
  return legs;
}

/** The operations that an edge stands for. */
function legsAlong(scene: Scene, edge: GraphEdge): Leg[] {
  const from = componentOf(scene.document, edge.from);
  const to = componentOf(scene.document, edge.to);
  const leg = (start: string, end: string): Leg => ({ edge: edge.id, from: start, to: end });
  if (isBroker(from) && to?.kind === 'service') {
    return Object.entries(to.operations ?? {}).flatMap(([operation, { consumes }]) => {
      const [queue, topic] = consumes?.split(' ') ?? [];
      return queue === edge.from ? [leg(`${queue} ${topic}`, `${edge.to}.${operation}`)] : [];
    });
  }
  if (from?.kind === 'service' || from?.kind === 'job') {
    return Object.entries(operationsOf(from)).flatMap(([operation, description]) =>
      callsOf(description)
        .filter(({ target }) => target === edge.to)
        .map(({ verb, object }) => leg(`${edge.from}.${operation}`, endOf(to, edge.to, verb, object))),
    );
  }
  if (from?.kind === 'gateway' && to?.kind === 'service')
    return entered(edge.to, to.operations).map((end) => leg(`${edge.from} ${end}`, end));
  if (from?.kind === 'client') return clientLegs(scene, edge, leg);
  return [];
}

function endOf(
  component: Component | undefined,
  target: string,
  verb: string,
  object: string | undefined,
): string {
  if (component?.kind === 'service') return `${target}.${verb}`;
  return isBroker(component) ? `${target} ${object ?? ''}` : target;
}

const entered = (
  service: string,
  operations: Readonly<Record<string, { http?: string }>> | undefined,
): string[] =>
  Object.entries(operations ?? {}).flatMap(([operation, { http }]) =>
    http === undefined ? [] : [`${service}.${operation}`],
  );

/** A client enters at a service, or at a gateway that routes to it. */
function clientLegs(scene: Scene, edge: GraphEdge, leg: (start: string, end: string) => Leg): Leg[] {
  const client = componentOf(scene.document, edge.from);
  const target = componentOf(scene.document, edge.to);
  const mix = client?.kind === 'client' ? Object.keys(client.workload?.mix ?? {}) : [];
  if (target?.kind !== 'gateway')
    return mix.filter((each) => each.startsWith(`${edge.to}.`)).map((each) => leg(edge.from, each));
  const routed = new Set(Object.values(target.routes ?? {}));
  return mix
    .filter((each) => routed.has(each.slice(0, each.indexOf('.'))))
    .map((each) => leg(edge.from, `${edge.to} ${each}`));
}
