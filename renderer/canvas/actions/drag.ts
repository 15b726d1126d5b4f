import type { Position } from '#model';
import { countedNames } from '../../state/titles.ts';
import { boundsOf, onGrid, type Rect } from '../geometry/rect.ts';
import { type SnapTargets, snap, snapTargets } from '../geometry/snap.ts';
import { liveOf } from '../scene/live.ts';
import { announce, canvasStore } from '../state.ts';
import { currentZoom, visibleArea } from '../view/viewport.ts';
import { duplicateAt } from './clipboard.ts';
import { moveTo } from './move.ts';

/** How near a card must come to a line to be pulled onto it, in pixels of the screen. */
const PULL = 6;
/** With more cards in view, lines would be everywhere and mean nothing. */
const MOST_IN_VIEW = 150;

interface Drag {
  /** Where the dragged cards were. */
  from: ReadonlyMap<string, Rect>;
  bounds: Rect;
  targets: SnapTargets;
  copying: boolean;
  shift: Position;
}

let drag: Drag | undefined;

/**
 * Begins to drag cards. Until the drop, only the picture changes.
 *
 * @param lead the card under the pointer
 * @param copying copies are made at the drop, the originals stay
 */
export function beginDrag({
  names,
  lead,
  copying,
}: {
  names: Iterable<string>;
  lead: string;
  copying: boolean;
}): void {
  const { scene, painted } = canvasStore.getState();
  const from = new Map<string, Rect>();
  for (const name of names) {
    const rect = scene.rects.get(name);
    if (rect) from.set(name, rect);
  }
  const bounds = boundsOf(from.values());
  if (!bounds) return;
  const view = visibleArea();
  const others = view && !painted ? scene.index.query(view).filter((name) => copying || !from.has(name)) : [];
  const rects = others.length > MOST_IN_VIEW ? [] : others.flatMap((name) => scene.rects.get(name) ?? []);
  drag = { from, bounds, targets: snapTargets(rects), copying, shift: { x: 0, y: 0 } };
  canvasStore.setState({ dragged: lead });
}

/**
 * Drags on.
 *
 * @param shift how far from the start, in pixels of the drawing
 * @param options `free`: neither lines nor the grid pull
 */
export function dragTo(shift: Position, { free }: { free: boolean }): void {
  if (!drag) return;
  const { scene } = canvasStore.getState();
  const { bounds, from, copying, targets } = drag;
  const wished = { ...bounds, x: bounds.x + shift.x, y: bounds.y + shift.y };
  const snapped = free
    ? { position: { x: Math.round(wished.x), y: Math.round(wished.y) }, lines: [] }
    : snap({ ...wished, ...gridded(wished, bounds) }, targets, PULL / currentZoom());
  const settled = { x: snapped.position.x - bounds.x, y: snapped.position.y - bounds.y };
  if (settled.x === drag.shift.x && settled.y === drag.shift.y && canvasStore.getState().live) return;
  drag.shift = settled;
  const moved = new Map(
    [...from].map(([name, rect]) => [name, { x: rect.x + settled.x, y: rect.y + settled.y }] as const),
  );
  canvasStore.setState({ live: liveOf(scene, moved, copying), guides: snapped.lines });
}

/** Keeps cards on the grid by moving them in steps of it. */
function gridded(wished: Rect, start: Rect): Position {
  const step = onGrid({ x: wished.x - start.x, y: wished.y - start.y });
  return { x: start.x + step.x, y: start.y + step.y };
}

/** Drops what is dragged: one undoable step. */
export function endDrag(): void {
  if (!drag) return;
  const { from, shift, copying } = drag;
  if (copying && (shift.x !== 0 || shift.y !== 0)) {
    duplicateAt(shift);
  } else if (!copying) {
    moveTo(new Map([...from].map(([name, { x, y }]) => [name, { x: x + shift.x, y: y + shift.y }] as const)));
    announce(`Moved ${countedNames([...from.keys()])}`);
  }
  cancelDrag();
}

/** Lets go without moving anything. */
export function cancelDrag(): void {
  drag = undefined;
  canvasStore.setState({ live: null, guides: [], dragged: null });
}

/** Whether something is being dragged. */
export const isDragging = (): boolean => drag !== undefined;
