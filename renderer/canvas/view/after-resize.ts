import type { Position } from '#model';

/** Width and height of the canvas on screen, in pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Translation and zoom as React Flow has them. */
export interface Viewport extends Position {
  zoom: number;
}

/** Differences that nobody made: rounding of the browser and of animations. */
const TOLERANCE = { pixels: 1, zoom: 1e-3 };

/** Whether the view still is where something put it: nobody panned or zoomed since. */
export function isUntouched(now: Viewport, put: Viewport | undefined): boolean {
  return (
    put !== undefined &&
    Math.abs(now.x - put.x) <= TOLERANCE.pixels &&
    Math.abs(now.y - put.y) <= TOLERANCE.pixels &&
    Math.abs(now.zoom / put.zoom - 1) <= TOLERANCE.zoom
  );
}

/** The view of a canvas of another size: the same zoom, and the same place in the middle. */
export function keepingCentre(view: Viewport, before: Size, after: Size): Viewport {
  return {
    x: view.x + (after.width - before.width) / 2,
    y: view.y + (after.height - before.height) / 2,
    zoom: view.zoom,
  };
}
