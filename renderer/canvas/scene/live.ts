import type { Position } from '#model';
import { cardAt, type Rect } from '../geometry/rect.ts';
import type { EdgeGeometry } from '../geometry/route.ts';
import { reroute } from '../geometry/routing.ts';
import { type Scene, terrainOf } from './scene.ts';

/** What is being dragged. The document knows nothing of it until the drop. */
export interface Live {
  /** Where dragged cards are now. */
  moved: ReadonlyMap<string, Position>;
  /** Edges that follow. */
  geometry: ReadonlyMap<string, EdgeGeometry>;
  /** Copies are dragged (with Alt), the originals stay. */
  copying: boolean;
}

/** Beyond this many dragged cards, edges catch up at the drop. */
const MOST_FOLLOWED = 200;

/** The picture while cards are dragged. Its cost depends on what hangs on them, not on the drawing. */
export function liveOf(scene: Scene, moved: ReadonlyMap<string, Position>, copying: boolean): Live {
  if (copying || moved.size > MOST_FOLLOWED) return { moved, geometry: new Map(), copying };
  const rects = new Map([...moved].map(([name, position]) => [name, cardAt(position)] as const));
  const rectOf = (name: string): Rect | undefined => rects.get(name) ?? scene.rects.get(name);
  const terrain = terrainOf(scene, rectOf, (name) => rects.has(name));
  return { moved, geometry: reroute(scene.routing, moved.keys(), [], terrain).geometry, copying };
}
