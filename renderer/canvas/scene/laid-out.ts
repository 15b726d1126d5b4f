import type { Position } from '#model';
import type { Rect } from '../geometry/rect.ts';
import type { Route } from '../geometry/route.ts';

/** A course that the layout engine chose, and where the cards were that it was chosen for. */
export interface LaidOutRoute {
  points: readonly Position[];
  from: Position;
  to: Position;
}

/** Courses by edge id. */
export type LaidOutRoutes = ReadonlyMap<string, LaidOutRoute>;

/** What the layout engine chose. */
export interface LaidOut {
  routes: LaidOutRoutes;
  /** Where cards go that the document gives no place. */
  places: ReadonlyMap<string, Position>;
}

export const NOT_LAID_OUT: LaidOut = { routes: new Map(), places: new Map() };

/**
 * The course that the layout engine chose for an edge, if it still holds: cards that were moved together take it along,
 * a card that was moved alone makes it void.
 */
export function routeFor(
  routes: LaidOutRoutes,
  edge: { id: string; from: string; to: string },
  rectOf: (name: string) => Rect | undefined,
): Route | undefined {
  const route = routes.get(edge.id);
  const [from, to] = [rectOf(edge.from), rectOf(edge.to)];
  if (!route || !from || !to) return undefined;
  const shift = { x: from.x - route.from.x, y: from.y - route.from.y };
  if (shift.x !== to.x - route.to.x || shift.y !== to.y - route.to.y) return undefined;
  const points = route.points.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y }));
  return { shape: 'orthogonal', points };
}
