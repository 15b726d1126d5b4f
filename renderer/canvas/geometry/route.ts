import type { Position } from '#model';
import { boundsOf, type Rect } from './rect.ts';

/** The course of an edge: one cubic curve, or straight stretches at right angles. */
export type Route =
  | { shape: 'curve'; points: readonly [Position, Position, Position, Position] }
  | { shape: 'orthogonal'; points: readonly Position[] };

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

/** Radius of the bends of an orthogonal route. */
const BEND = 10;
/** Points that stand for a curve where it is tested or measured. */
const SAMPLES = 16;

/** Everything that drawing an edge needs of its course. */
export function geometryOf(route: Route): EdgeGeometry {
  const line = polylineOf(route);
  const tip = line.at(-1) ?? { x: 0, y: 0 };
  const before = route.shape === 'curve' ? route.points[2] : (line.at(-2) ?? tip);
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
  if (route.shape === 'orthogonal') return [...route.points];
  return Array.from({ length: SAMPLES + 1 }, (_, index) => curvePoint(route.points, index / SAMPLES));
}

/** Point of a cubic Bezier curve at `t` from 0 to 1. */
export function curvePoint(
  [a, b, c, d]: readonly [Position, Position, Position, Position],
  t: number,
): Position {
  const s = 1 - t;
  const at = (p: number, q: number, r: number, u: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
  return { x: at(a.x, b.x, c.x, d.x), y: at(a.y, b.y, c.y, d.y) };
}

const at = ({ x, y }: Position) => `${round(x)} ${round(y)}`;
const round = (value: number) => Math.round(value * 10) / 10;

function pathOf(route: Route): string {
  if (route.shape === 'curve') {
    const [a, b, c, d] = route.points;
    return `M${at(a)}C${at(b)} ${at(c)} ${at(d)}`;
  }
  const [first, ...rest] = route.points;
  if (!first) return '';
  return `M${at(first)}${rest.map((point, index) => stretch(first, point, index, rest)).join('')}`;
}

/** A straight stretch up to a point, with a rounded bend where another follows. */
function stretch(first: Position, point: Position, index: number, rest: readonly Position[]): string {
  const before = index === 0 ? first : rest[index - 1];
  const after = rest[index + 1];
  if (!before || !after) return `L${at(point)}`;
  const radius = Math.min(BEND, distance(before, point) / 2, distance(point, after) / 2);
  return `L${at(towards(point, before, radius))}Q${at(point)} ${at(towards(point, after, radius))}`;
}

const distance = (a: Position, b: Position) => Math.hypot(b.x - a.x, b.y - a.y);

function towards(from: Position, to: Position, by: number): Position {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) / length) * by, y: from.y + ((to.y - from.y) / length) * by };
}
