import type { Position } from '#model';
import type { Rect } from './rect.ts';
import { curvePoint, type EdgeGeometry } from './route.ts';
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
    const boxAt = (share: number) => boxAround(curvePoint(geometry.route, share), chipWidth(text));
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
