import type { Position } from '#model';
import { boundsOf, type Rect } from './rect.ts';

/** The course of an edge: one cubic Bezier curve. */
export type Route = readonly [from: Position, leaving: Position, entering: Position, to: Position];

/** An edge as it is drawn. */
export interface EdgeGeometry {
  route: Route;
  /** SVG path data. */
  path: string;
  /** Where the arrow ends, and the direction that it points to, in radians. */
  tip: Position;
  angle: number;
  bounds: Rect;
}

/** Points that stand for a curve where it is tested or measured. */
const SAMPLES = 16;

/** Everything that drawing an edge needs of its course. */
export function geometryOf(route: Route): EdgeGeometry {
  const line = polylineOf(route);
  const [, , before, tip] = route;
  return {
    route,
    path: pathOf(route),
    tip,
    angle: Math.atan2(tip.y - before.y, tip.x - before.x),
    bounds: boundsOf(line.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))) ?? {
      ...tip,
      width: 0,
      height: 0,
    },
  };
}

/** The course as points joined by straight lines. */
export function polylineOf(route: Route): Position[] {
  return Array.from({ length: SAMPLES + 1 }, (_, index) => curvePoint(route, index / SAMPLES));
}

/** Point of a cubic Bezier curve at `t` from 0 to 1. */
export function curvePoint([a, b, c, d]: Route, t: number): Position {
  const s = 1 - t;
  const at = (p: number, q: number, r: number, u: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: at(a.x, b.x, c.x, d.x), y: at(a.y, b.y, c.y, d.y) };
}

const at = ({ x, y }: Position) => `${round(x)} ${round(y)}`;
const round = (value: number) => Math.round(value * 10) / 10;

const pathOf = ([a, b, c, d]: Route) => `M${at(a)}C${at(b)} ${at(c)} ${at(d)}`;
