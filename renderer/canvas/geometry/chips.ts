import type { Position } from '#model';
import type { Rect } from './rect.ts';
import { curvePoint, type EdgeGeometry, polylineOf, type Route } from './route.ts';
import { SpatialIndex } from './spatial-index.ts';

const HEIGHT = 18;
/** Places along an edge that are tried for its chip, the best first. */
const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8];

/** Width of a chip with a text, in pixels: reckoned from its letters, because measuring would need a page. */
export const chipWidth = (text: string): number => 14 + text.length * 5.6;

/** A chip to be placed. */
export interface Chip {
  id: string;
  text: string;
  geometry: EdgeGeometry;
}

/**
 * Finds for every chip a place on its edge where it covers neither a card nor another chip, as near to the middle as
 * possible.
 *
 * @param isTaken whether a card lies there
 * @returns the place by edge id, as a share of the way from 0 to 1
 */
export function placeChips(chips: readonly Chip[], isTaken: (area: Rect) => boolean): Map<string, number> {
  const placed = new SpatialIndex();
  const shares = new Map<string, number>();
  for (const { id, text, geometry } of chips) {
    const boxAt = (share: number) => boxAround(pointAlong(geometry.route, share), chipWidth(text));
    const share =
      PLACES.find((each) => placed.query(boxAt(each)).length === 0 && !isTaken(boxAt(each))) ??
      PLACES.find((each) => placed.query(boxAt(each)).length === 0) ??
      0.5;
    placed.set(id, boxAt(share));
    shares.set(id, share);
  }
  return shares;
}

const boxAround = ({ x, y }: Position, width: number): Rect => ({
  x: x - width / 2,
  y: y - HEIGHT / 2,
  width,
  height: HEIGHT,
});

/** The point at a share of the way along a route. */
export function pointAlong(route: Route, share: number): Position {
  return route.shape === 'curve' ? curvePoint(route.points, share) : onPolyline(polylineOf(route), share);
}

function onPolyline(line: readonly Position[], share: number): Position {
  const lengths = line.map((point, index) => {
    const before = line[index - 1];
    return before ? Math.hypot(point.x - before.x, point.y - before.y) : 0;
  });
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (let index = 1; index < line.length; index++) {
    const [a, b, length] = [line[index - 1], line[index], lengths[index]];
    if (!a || !b || length === undefined) continue;
    if (left <= length || index === line.length - 1) {
      const part = length === 0 ? 0 : Math.min(1, left / length);
      return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
    }
    left -= length;
  }
  return line[0] ?? { x: 0, y: 0 };
}
