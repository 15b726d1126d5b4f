import type { ArchDocument, GraphEdge, Position } from '#model';
import { sameValue } from '../../state/sharing.ts';
import { chipText } from '../edges/edge-words.ts';
import { type Chip, placeChips } from '../geometry/chips.ts';
import { boundsOf, type Rect } from '../geometry/rect.ts';
import { merged, NO_ROUTING, type Routing, reroute, type Terrain } from '../geometry/routing.ts';
import { SpatialIndex } from '../geometry/spatial-index.ts';
import { type Group, groupsOf, membersByContext } from './groups.ts';
import { type LaidOut, routeFor } from './laid-out.ts';
import { placed } from './placement.ts';

/** The drawing of a document: where everything is. Made once per change of the document, not per frame. */
export interface Scene {
  document: ArchDocument;
  names: readonly string[];
  rects: ReadonlyMap<string, Rect>;
  index: SpatialIndex;
  edges: readonly GraphEdge[];
  edgeById: ReadonlyMap<string, GraphEdge>;
  incident: ReadonlyMap<string, readonly GraphEdge[]>;
  routing: Routing;
  laidOut: LaidOut;
  edgeIndex: SpatialIndex;
  /** Where on its edge each chip sits, as a share of the way; the middle for those that are absent. */
  chips: ReadonlyMap<string, number>;
  members: ReadonlyMap<string, readonly string[]>;
  groups: readonly Group[];
  bounds: Rect | undefined;
}

/** Drawings with more edges than this are not searched for ways around cards and room for chips: it would be felt. */
const MOST_DETOURS = 800;
const NO_EDGES: readonly GraphEdge[] = [];

/**
 * Draws a document, taking over from the drawing before what did not change.
 *
 * @param laidOut what the layout engine chose: courses that hold while cards stand where it put them, and places
 */
export function sceneOf(
  document: ArchDocument,
  edges: readonly GraphEdge[],
  laidOut: LaidOut,
  before?: Scene,
): Scene {
  if (before?.laidOut === laidOut && isDrawnAlike(before, document, edges)) return { ...before, document };
  const sameEdges = before?.edges === edges;
  const incident = sameEdges ? before.incident : incidence(edges);
  const { rects, index } = placed(document, incident, laidOut.places, before?.rects);
  const edgeById = sameEdges ? before.edgeById : new Map(edges.map((edge) => [edge.id, edge]));
  const members = membersByContext(document.components);
  const scene = {
    document,
    rects,
    index,
    edges,
    incident,
    edgeById,
    members,
    laidOut,
    names: Object.keys(document.components),
    groups: groupsOf(members, (name) => rects.get(name)),
    bounds: boundsOf(rects.values()),
  };
  const routing = routingAfter(before, scene);
  const edgeIndex = new SpatialIndex([...routing.geometry].map(([id, { bounds }]) => [id, bounds] as const));
  return { ...scene, routing, edgeIndex, chips: chipsFor(scene, routing) };
}

/** Whether a change left everything where it is, as most typing does: what was worked out before holds. */
function isDrawnAlike(
  before: Scene,
  { components, canvas }: ArchDocument,
  edges: readonly GraphEdge[],
): boolean {
  if (before.edges !== edges) return false;
  const old = before.document;
  const names = Object.keys(components);
  return (
    names.length === before.names.length &&
    names.every(
      (name, index) =>
        name === before.names[index] && components[name]?.context === old.components[name]?.context,
    ) &&
    (canvas === old.canvas || sameValue(canvas, old.canvas))
  );
}

function chipsFor({ edges, index }: Pick<Scene, 'edges' | 'index'>, { geometry }: Routing): Scene['chips'] {
  if (edges.length > MOST_DETOURS) return new Map();
  const chips = edges.flatMap((edge): Chip[] => {
    const drawn = geometry.get(edge.id);
    return drawn ? [{ id: edge.id, text: chipText(edge), geometry: drawn }] : [];
  });
  return placeChips(chips, (area) => index.query(area).length > 0);
}

function routingAfter(
  before: Scene | undefined,
  scene: Omit<Scene, 'routing' | 'edgeIndex' | 'chips'>,
): Routing {
  const terrain = terrainOf(scene, (name) => scene.rects.get(name));
  if (!before || before.laidOut !== scene.laidOut) return reroute(NO_ROUTING, scene.names, [], terrain);
  const changed = new Set<string>();
  const nearby = new Set<GraphEdge>();
  for (const name of new Set([...before.names, ...scene.names])) {
    const [was, is] = [before.rects.get(name), scene.rects.get(name)];
    if (was === is && before.incident.get(name)?.length === scene.incident.get(name)?.length) continue;
    changed.add(name);
    for (const rect of [was, is]) {
      for (const id of rect ? before.edgeIndex.query(rect) : []) {
        const edge = scene.edgeById.get(id);
        if (edge) nearby.add(edge);
      }
    }
  }
  for (const edge of scene.edges) {
    if (!before.edgeById.has(edge.id)) changed.add(edge.from).add(edge.to);
  }
  if (changed.size === 0) return before.routing;
  const extra = terrain.obstacleAt ? nearby : [];
  return merged(before.routing, reroute(before.routing, changed, extra, terrain), (id) =>
    scene.edgeById.has(id),
  );
}

/**
 * The ground that edges are led over.
 *
 * @param rectOf where cards are now
 * @param moving whether a card is on the move: then its old place is free
 */
export function terrainOf(
  scene: Pick<Scene, 'edges' | 'incident' | 'index' | 'laidOut'>,
  rectOf: (name: string) => Rect | undefined,
  moving: (name: string) => boolean = () => false,
): Terrain {
  const obstacleAt = (point: Position) => {
    const name = scene.index.at(point);
    return name === undefined || moving(name) ? undefined : name;
  };
  return {
    rectOf,
    edgesAt: (name) => scene.incident.get(name) ?? NO_EDGES,
    obstacleAt: scene.edges.length <= MOST_DETOURS ? obstacleAt : undefined,
    laidOut: (edge) => routeFor(scene.laidOut.routes, edge, rectOf),
  };
}

function incidence(edges: readonly GraphEdge[]): Map<string, GraphEdge[]> {
  const incident = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    for (const name of [edge.from, edge.to]) {
      const known = incident.get(name);
      if (known) known.push(edge);
      else incident.set(name, [edge]);
    }
  }
  return incident;
}
