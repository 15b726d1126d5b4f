import type { ReactFlowInstance } from '@xyflow/react';
import type { Position } from '#model';
import { boundsOf, containsRect, grown, type Rect } from '../geometry/rect.ts';
import { canvasStore } from '../state.ts';
import { isUntouched, keepingCentre, type Size, type Viewport } from './after-resize.ts';
import { motionDuration } from './motion.ts';

/** Limits of the zoom. */
export const MIN_ZOOM = 0.02;
export const MAX_ZOOM = 2.5;
/** Fitting never magnifies beyond this: a card alone should not fill the window. */
const MOST_FIT_ZOOM = 1;
/** Room left free around what is fitted: pixels of the screen at most, and a share of a small canvas. */
const FIT_MARGIN = 48;
const FIT_MARGIN_SHARE = 0.05;
const MOTION_MS = 160;

type Flow = Pick<ReactFlowInstance, 'setViewport' | 'getViewport' | 'screenToFlowPosition'>;

let flow: Flow | undefined;
let frame: HTMLElement | undefined;
/** Where the last fit put the view; whether it still is there tells whether the next size is fitted too. */
let fitted: Viewport | undefined;
/** Where the view is going or has come to by itself; `undefined` once that says nothing any more. */
let heading: { view: Viewport; until: number } | undefined;

/** The canvas that is on screen, for commands that are not part of it. Returns what takes it off again. */
export function attachViewport(instance: Flow, element: HTMLElement): () => void {
  flow = instance;
  frame = element;
  return () => {
    if (flow === instance) flow = frame = fitted = heading = undefined;
  };
}

/** Part of the drawing that is on screen. */
export function visibleArea(): Rect | undefined {
  if (!flow || !frame) return undefined;
  const { x, y, zoom } = flow.getViewport();
  return { x: -x / zoom, y: -y / zoom, width: frame.clientWidth / zoom, height: frame.clientHeight / zoom };
}

/** Middle of what is on screen, in the drawing. */
export function viewCentre(): Position {
  const area = visibleArea();
  return area ? { x: area.x + area.width / 2, y: area.y + area.height / 2 } : { x: 0, y: 0 };
}

/** Place in the drawing under a point of the screen. */
export function drawingPoint(clientX: number, clientY: number): Position {
  return flow?.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false }) ?? { x: 0, y: 0 };
}

/** Place in the frame (in pixels from its upper left corner) of a point of the drawing. */
export function framePoint({ x, y }: Position): Position {
  const view = flow?.getViewport() ?? { x: 0, y: 0, zoom: 1 };
  return { x: x * view.zoom + view.x, y: y * view.zoom + view.y };
}

export const currentZoom = (): number => flow?.getViewport().zoom ?? 1;

/** Size of the canvas on screen, in pixels. */
export const frameSize = () => ({ width: frame?.clientWidth ?? 0, height: frame?.clientHeight ?? 0 });

/** Focuses the canvas itself, rather than a component on it. */
export function focusCanvas(): void {
  frame?.querySelector<HTMLElement>('.aw-flow')?.focus({ preventScroll: true });
}

/** Shows a part of the drawing as large as possible. */
export function fitArea(area: Rect, animated = true): void {
  if (!flow || !frame) return;
  const { clientWidth: width, clientHeight: height } = frame;
  if (width === 0 || height === 0) return;
  const margin = (length: number) => Math.min(FIT_MARGIN, length * FIT_MARGIN_SHARE);
  const zoom = limited(
    Math.min(
      (width - 2 * margin(width)) / area.width,
      (height - 2 * margin(height)) / area.height,
      MOST_FIT_ZOOM,
    ),
  );
  const x = width / 2 - (area.x + area.width / 2) * zoom;
  const y = height / 2 - (area.y + area.height / 2) * zoom;
  show({ x, y, zoom }, animated);
}

/** Shows everything. */
export function fitAll(animated = true): void {
  const { bounds, groups } = canvasStore.getState().scene;
  const all = boundsOf([...(bounds ? [bounds] : []), ...groups.map(({ rect }) => rect)]);
  if (!all) return;
  fitArea(all, animated);
  fitted = heading?.view;
}

/**
 * Keeps what was in view there when the canvas became larger or smaller: a view that was fitted and left alone is fitted
 * again, any other keeps its middle. Where nothing is drawn there is nothing to keep: what comes first is to be seen.
 */
export function afterResize(before: Size): void {
  if (!flow || !frame || before.width === 0 || before.height === 0) return;
  const after = frameSize();
  if (after.width === 0 || after.height === 0) return;
  if (canvasStore.getState().scene.bounds === undefined) return;
  const now = settledView(flow.getViewport());
  if (isUntouched(now, fitted)) fitAll(false);
  else show(keepingCentre(now, before, after), false);
}

/** The view, or where it is gliding to: a glide that is under way would go on to where the old size had it. */
function settledView(now: Viewport): Viewport {
  return heading !== undefined && performance.now() < heading.until ? heading.view : now;
}

/** Shows some components as large as possible. */
export function fitComponents(names: Iterable<string>): void {
  const { rects } = canvasStore.getState().scene;
  const area = boundsOf([...names].flatMap((name) => rects.get(name) ?? []));
  if (area) fitArea(grown(area, 40));
}

/** Brings some components into view; the zoom stays as it is, where they fit. */
export function revealAll(names: Iterable<string>): void {
  const { rects } = canvasStore.getState().scene;
  const area = boundsOf([...names].flatMap((name) => rects.get(name) ?? []));
  const view = visibleArea();
  if (!area || !view || containsRect(view, area)) return;
  if (area.width > view.width || area.height > view.height) fitArea(grown(area, 40));
  else centreOn({ x: area.x + area.width / 2, y: area.y + area.height / 2 });
}

/** Zooms by a factor around the middle. */
export function zoomBy(factor: number): void {
  zoomTo(currentZoom() * factor);
}

/** Zooms around the middle. */
export function zoomTo(zoom: number): void {
  const centre = viewCentre();
  const { width, height } = frameSize();
  const to = limited(zoom);
  show({ x: width / 2 - centre.x * to, y: height / 2 - centre.y * to, zoom: to }, true);
}

/** Brings a component into view, without moving anything if it is there already. */
export function reveal(name: string): void {
  const rect = canvasStore.getState().scene.rects.get(name);
  const area = visibleArea();
  if (!rect || !area || containsRect(area, rect)) return;
  centreOn({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
}

/** Brings a component to the middle, near enough to be read. */
export function jumpTo(name: string): void {
  const rect = canvasStore.getState().scene.rects.get(name);
  if (rect)
    centreOn({ x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }, Math.max(currentZoom(), 0.8));
}

/** Brings a place of the drawing to the middle. */
export function centreOn({ x, y }: Position, zoom = currentZoom(), animated = true): void {
  const { width, height } = frameSize();
  show({ x: width / 2 - x * zoom, y: height / 2 - y * zoom, zoom }, animated);
}

const limited = (zoom: number) => Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom));

function show(view: Viewport, animated: boolean): void {
  const duration = animated ? motionDuration(MOTION_MS) : 0;
  heading = { view, until: performance.now() + duration };
  void flow?.setViewport(view, { duration });
}
