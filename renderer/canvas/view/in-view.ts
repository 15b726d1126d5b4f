import type { Rect } from '../geometry/rect.ts';

/** What is known of the view: translation and zoom as React Flow has them, and the size of the frame. */
export interface View {
  x: number;
  y: number;
  zoom: number;
  width: number;
  height: number;
}

/** Zoom is rounded down to steps of this factor, so that the area changes rarely while one zooms. */
const ZOOM_STEP = Math.SQRT2;

/**
 * The area whose components are drawn: the visible part and a rim around it. It changes in steps, so that panning
 * within a step draws nothing anew.
 */
export function drawnArea({ x, y, zoom, width, height }: View): Rect {
  const coarse = ZOOM_STEP ** Math.floor(Math.log(zoom) / Math.log(ZOOM_STEP) + 1e-9);
  const [wide, high] = [width / coarse, height / coarse];
  const [stepX, stepY] = [Math.max(1, wide / 2), Math.max(1, high / 2)];
  const left = Math.floor(-x / zoom / stepX) * stepX;
  const top = Math.floor(-y / zoom / stepY) * stepY;
  return { x: left - stepX / 2, y: top - stepY / 2, width: wide + 2 * stepX, height: high + 2 * stepY };
}
