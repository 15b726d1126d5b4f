import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import type { Position } from '#model';
import { CARD } from '../geometry/rect.ts';
import { GROUP_PADDING, GROUP_TITLE } from '../scene/groups.ts';
import type { LaidOutRoute } from '../scene/laid-out.ts';
import type { Scene } from '../scene/scene.ts';

/** Ids of regions, which no component name can be equal to: names have no colon. */
const REGION = 'context:';

/** Room between cards and edges; regions inherit none of it, so it is given to them too. */
const SPACING: Record<string, string> = {
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeEdge': '14',
  'elk.spacing.edgeNode': '20',
  'elk.layered.spacing.nodeNodeBetweenLayers': '72',
  'elk.layered.spacing.edgeNodeBetweenLayers': '20',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '14',
};

/** Layers from left to right, edges at right angles; every position counts from the drawing's origin. */
const ROOT_OPTIONS: Record<string, string> = {
  ...SPACING,
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.spacing.componentComponent': '64',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
};

/** Beyond this many components, ELK's slower, prettier strategies would keep people waiting. */
const MOST_PRETTY = 400;

const REGION_OPTIONS: Record<string, string> = {
  ...SPACING,
  'elk.padding': `[top=${GROUP_PADDING + GROUP_TITLE},left=${GROUP_PADDING},bottom=${GROUP_PADDING},right=${GROUP_PADDING}]`,
};

/** The graph that ELK lays out: cards in the regions of their contexts, and all edges. */
export function elkGraph(scene: Scene): ElkNode {
  const inRegion = new Set([...scene.members.values()].flat());
  const card = (id: string): ElkNode => ({ id, ...CARD });
  const regions = [...scene.members].map(
    ([context, names]): ElkNode => ({
      id: `${REGION}${context}`,
      layoutOptions: REGION_OPTIONS,
      children: names.map(card),
    }),
  );
  const loose = scene.names.filter((name) => !inRegion.has(name)).map(card);
  const edges = scene.edges.map(
    ({ id, from, to }): ElkExtendedEdge => ({ id, sources: [from], targets: [to] }),
  );
  const fast: Record<string, string> =
    scene.names.length > MOST_PRETTY
      ? { 'elk.layered.nodePlacement.strategy': 'SIMPLE', 'elk.layered.thoroughness': '3' }
      : {};
  return { id: 'root', layoutOptions: { ...ROOT_OPTIONS, ...fast }, children: [...loose, ...regions], edges };
}

/** Where ELK put the cards, and how it led the edges. */
export interface Layout {
  positions: Map<string, Position>;
  routes: Map<string, LaidOutRoute>;
}

/** Reads ELK's answer. Positions are whole pixels. */
export function layoutFrom(answer: ElkNode, scene: Scene): Layout {
  const positions = new Map<string, Position>();
  const visit = (node: ElkNode) => {
    for (const child of node.children ?? []) {
      if (child.id.startsWith(REGION)) visit(child);
      else positions.set(child.id, { x: Math.round(child.x ?? 0), y: Math.round(child.y ?? 0) });
    }
  };
  visit(answer);
  const routes = new Map<string, LaidOutRoute>();
  for (const { id, sections } of answer.edges ?? []) {
    const edge = scene.edgeById.get(id);
    const [section] = sections ?? [];
    const [from, to] = edge ? [positions.get(edge.from), positions.get(edge.to)] : [];
    if (!section || !from || !to) continue;
    routes.set(id, {
      points: [section.startPoint, ...(section.bendPoints ?? []), section.endPoint],
      from,
      to,
    });
  }
  return { positions, routes };
}
