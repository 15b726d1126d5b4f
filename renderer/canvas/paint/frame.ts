import type { Rect } from '../geometry/rect.ts';
import type { View } from '../view/in-view.ts';

/** Part of the view's size that is painted beyond each of its edges, so that small moves need no painting. */
const RIM = 0.25;
/** Stretching a painting beyond these factors would be seen. */
const STRETCH = { least: 0.72, most: 1.4 };

/** A painting: the view that it was made for, and how far it reaches beyond it, in pixels of the screen. */
export interface Painting {
  view: View;
  rim: { x: number; y: number };
}

export const paintingFor = (view: View): Painting => ({
  view,
  rim: { x: Math.ceil(view.width * RIM), y: Math.ceil(view.height * RIM) },
});

/** The part of the drawing that a painting shows. */
export function areaOf({ view, rim }: Painting): Rect {
  return {
    x: (-view.x - rim.x) / view.zoom,
    y: (-view.y - rim.y) / view.zoom,
    width: (view.width + 2 * rim.x) / view.zoom,
    height: (view.height + 2 * rim.y) / view.zoom,
  };
}

/** How a painting is shifted and stretched to fit another view. */
export function fitted({ view, rim }: Painting, now: View): { x: number; y: number; scale: number } {
  const scale = now.zoom / view.zoom;
  return { x: now.x - scale * (view.x + rim.x), y: now.y - scale * (view.y + rim.y), scale };
}

/**
 * Whether a painting still serves a view while it moves.
 *
 * @param content bounds of everything there is to paint
 */
export function serves(painting: Painting, now: View, content: Rect): boolean {
  const { scale } = fitted(painting, now);
  if (scale < STRETCH.least || scale > STRETCH.most) return false;
  const area = areaOf(painting);
  const seen = {
    x: -now.x / now.zoom,
    y: -now.y / now.zoom,
    width: now.width / now.zoom,
    height: now.height / now.zoom,
  };
  return (
    Math.max(seen.x, content.x) >= area.x &&
    Math.max(seen.y, content.y) >= area.y &&
    Math.min(seen.x + seen.width, content.x + content.width) <= area.x + area.width &&
    Math.min(seen.y + seen.height, content.y + content.height) <= area.y + area.height
  );
}
