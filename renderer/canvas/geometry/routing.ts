import type { Position } from '#model';
import { curveBetween } from './curve.ts';
import { type ObstacleAt, sidesBetween } from './detour.ts';
import { centreOf, type Rect } from './rect.ts';
import { type EdgeGeometry, geometryOf, type Route } from './route.ts';
import { portOn, type Side, type Sides } from './sides.ts';

/** What routing needs to know of an edge. */
export interface RoutableEdge {
  id: string;
  from: string;
  to: string;
}

/** Where cards are and which edges hang on them. */
export interface Terrain {
  rectOf(name: string): Rect | undefined;
  edgesAt(name: string): readonly RoutableEdge[];
  /** Cards that edges are led around; absent where the drawing is too large for it. */
  obstacleAt: ObstacleAt | undefined;
  /** A course that the layout engine chose, as long as it holds. */
  laidOut(edge: RoutableEdge): Route | undefined;
}

/** How all edges run. `ports` has the ends of edges by `endKey`. */
export interface Routing {
  readonly sides: ReadonlyMap<string, Sides>;
  readonly ports: ReadonlyMap<string, Position>;
  readonly geometry: ReadonlyMap<string, EdgeGeometry>;
}

export const NO_ROUTING: Routing = { sides: new Map(), ports: new Map(), geometry: new Map() };

type End = 'from' | 'to';
const endKey = (id: string, end: End) => `${end} ${id}`;

/**
 * Lays out anew the edges that hang on some cards, and those whose ends make room for them. The cost depends on these
 * cards, not on the drawing.
 *
 * @param changed cards that came, went or moved
 * @param extra further edges to look at, e.g. those that a card was moved onto
 * @returns only what is new
 */
export function reroute(
  base: Routing,
  changed: Iterable<string>,
  extra: Iterable<RoutableEdge>,
  terrain: Terrain,
): Routing {
  const sides = new Map<string, Sides>();
  const touched = new Set<string>();
  const moved = new Map<string, RoutableEdge>();
  const consider = (edge: RoutableEdge) => {
    const [from, to] = [terrain.rectOf(edge.from), terrain.rectOf(edge.to)];
    if (!from || !to || sides.has(edge.id)) return;
    sides.set(edge.id, sidesBetween(from, to, edge, terrain.obstacleAt));
    touched.add(edge.from).add(edge.to);
    moved.set(edge.id, edge);
  };
  for (const name of changed) terrain.edgesAt(name).forEach(consider);
  for (const edge of extra) consider(edge);

  const ports = new Map<string, Position>();
  const sidesOf = (id: string) => sides.get(id) ?? base.sides.get(id);
  for (const name of touched) {
    for (const { edge, end, port } of portsAt(name, terrain, sidesOf)) {
      const before = base.ports.get(endKey(edge.id, end));
      if (before?.x === port.x && before.y === port.y) continue;
      ports.set(endKey(edge.id, end), port);
      moved.set(edge.id, edge);
    }
  }
  const geometry = new Map<string, EdgeGeometry>();
  const portOf = (id: string, end: End) => ports.get(endKey(id, end)) ?? base.ports.get(endKey(id, end));
  for (const edge of moved.values()) {
    const drawn = courseOf(edge, terrain, sidesOf(edge.id), portOf(edge.id, 'from'), portOf(edge.id, 'to'));
    if (drawn) geometry.set(edge.id, drawn);
  }
  return { sides, ports, geometry };
}

/** Puts what is new over what was, without the edges that are gone. */
export function merged(base: Routing, patch: Routing, exists: (id: string) => boolean): Routing {
  const edgeOfEnd = (key: string) => key.slice(key.indexOf(' ') + 1);
  return {
    sides: over(base.sides, patch.sides, exists),
    ports: over(base.ports, patch.ports, (key) => exists(edgeOfEnd(key))),
    geometry: over(base.geometry, patch.geometry, exists),
  };
}

function over<T>(
  base: ReadonlyMap<string, T>,
  patch: ReadonlyMap<string, T>,
  keep: (key: string) => boolean,
): Map<string, T> {
  const result = new Map<string, T>();
  for (const map of [base, patch]) {
    for (const [key, value] of map) if (keep(key)) result.set(key, value);
  }
  return result;
}

function courseOf(
  edge: RoutableEdge,
  terrain: Terrain,
  sides: Sides | undefined,
  from: Position | undefined,
  to: Position | undefined,
): EdgeGeometry | undefined {
  const laidOut = terrain.laidOut(edge);
  if (laidOut) return geometryOf(laidOut);
  return sides && from && to ? geometryOf(curveBetween(from, to, sides)) : undefined;
}

interface PortEnd {
  edge: RoutableEdge;
  end: End;
  /** Centre of the card at the other end: ends are ordered by it, so that edges do not cross at the card. */
  other: Position;
}

/** Gives every edge end at a card its place on its side. */
function portsAt(name: string, terrain: Terrain, sidesOf: (id: string) => Sides | undefined) {
  const card = terrain.rectOf(name);
  const bySide = new Map<Side, PortEnd[]>();
  for (const edge of card ? terrain.edgesAt(name) : []) {
    const sides = sidesOf(edge.id);
    const end: End = edge.from === name ? 'from' : 'to';
    const other = terrain.rectOf(end === 'from' ? edge.to : edge.from);
    if (!sides || !other) continue;
    const side = sides[end === 'from' ? 0 : 1];
    const ends = bySide.get(side) ?? [];
    ends.push({ edge, end, other: centreOf(other) });
    bySide.set(side, ends);
  }
  return [...bySide].flatMap(([side, ends]) => {
    const along = side === 'left' || side === 'right' ? 'y' : 'x';
    ends.sort((a, b) => a.other[along] - b.other[along] || (a.edge.id < b.edge.id ? -1 : 1));
    return ends.map(({ edge, end }, order) => ({
      edge,
      end,
      port: portOn(card as Rect, side, order, ends.length),
    }));
  });
}
