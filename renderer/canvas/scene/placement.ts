import type { ArchDocument, GraphEdge, Position } from '#model';
import { freeSpot } from '../geometry/free-spot.ts';
import { CARD, cardAt, centreOf, type Rect } from '../geometry/rect.ts';
import { SpatialIndex } from '../geometry/spatial-index.ts';

/** Distance at which a component without a place is put beside one that it is connected to. */
const BESIDE = CARD.width + 96;

/**
 * Where every card is. Components that the document gives no place (typed into the text, say) are put beside something
 * that they are connected to, without moving anything else.
 *
 * @param incident edges of each component, in the order of the document
 * @param places what the layout engine says of components that the document gives no place
 * @param before where cards were: a rectangle that did not change keeps its identity
 */
export function placed(
  document: ArchDocument,
  incident: ReadonlyMap<string, readonly GraphEdge[]>,
  places: ReadonlyMap<string, Position>,
  before: ReadonlyMap<string, Rect> = new Map(),
): { rects: Map<string, Rect>; index: SpatialIndex } {
  const rects = new Map<string, Rect>();
  const index = new SpatialIndex();
  const unplaced: string[] = [];
  for (const name of Object.keys(document.components)) {
    const position = Object.hasOwn(document.canvas, name) ? document.canvas[name] : places.get(name);
    if (position) put(name, position);
    else unplaced.push(name);
  }
  for (const name of unplaced) put(name, freeSpot(wishedPlace(name, incident.get(name) ?? [], rects), index));

  function put(name: string, position: Position) {
    const old = before.get(name);
    const rect = old && old.x === position.x && old.y === position.y ? old : cardAt(position);
    rects.set(name, rect);
    index.set(name, rect);
  }
  return { rects, index };
}

function wishedPlace(name: string, edges: readonly GraphEdge[], rects: ReadonlyMap<string, Rect>): Position {
  for (const { from, to } of edges) {
    const [other, shift] =
      to === name ? [rects.get(from), BESIDE] : from === name ? [rects.get(to), -BESIDE] : [];
    if (other && shift !== undefined) {
      const { x, y } = centreOf(other);
      return { x: x + shift, y };
    }
  }
  return { x: CARD.width / 2, y: CARD.height / 2 };
}
