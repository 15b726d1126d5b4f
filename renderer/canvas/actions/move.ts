import type { Position } from '#model';
import { documentStore } from '../../state/document.ts';
import { selectionStore } from '../../state/selection.ts';
import { countedNames } from '../../state/titles.ts';
import { type Alignment, type Axis, aligned, distributed } from '../geometry/align.ts';
import { onGrid, type Rect } from '../geometry/rect.ts';
import { notify } from '../notify.ts';
import { announce, canvasStore } from '../state.ts';

/**
 * Puts components where they belong now, as one undoable step. Places that did not change are left out.
 *
 * @param options the step's title, and the key under which bursts become one step
 */
export function moveTo(
  positions: ReadonlyMap<string, Position>,
  options: { title?: string; coalesce?: string } = {},
): void {
  const { canvas } = documentStore.getState().parsed.document;
  const changed = [...positions].filter(([name, { x, y }]) => canvas[name]?.x !== x || canvas[name]?.y !== y);
  if (changed.length === 0) return;
  const title = options.title ?? `move ${countedNames(changed.map(([name]) => name))}`;
  const edit = { type: 'move', positions: Object.fromEntries(changed) } as const;
  const result = documentStore.getState().dispatch(edit, { ...options, title });
  if (!result.ok) notify({ message: result.problem.message });
}

/** Rectangles of the selected cards. */
export function selectedCards(): Map<string, Rect> {
  const { rects } = canvasStore.getState().scene;
  const cards = new Map<string, Rect>();
  for (const name of selectionStore.getState().components) {
    const rect = rects.get(name);
    if (rect) cards.set(name, rect);
  }
  return cards;
}

/** Moves what is selected a little; a burst of it is one step. */
export function nudge(dx: number, dy: number): void {
  const cards = selectedCards();
  if (cards.size === 0) return;
  const positions = new Map(
    [...cards].map(([name, { x, y }]) => [name, onGrid({ x: x + dx, y: y + dy })] as const),
  );
  moveTo(positions, { coalesce: `nudge ${[...cards.keys()].join(' ')}` });
  const [first] = positions.values();
  if (first) announce(`Moved ${countedNames([...cards.keys()])} to ${first.x}, ${first.y}`);
}

const ALIGNED: Record<Alignment, string> = {
  left: 'left edges',
  centre: 'centres',
  right: 'right edges',
  top: 'top edges',
  middle: 'middles',
  bottom: 'bottom edges',
};

/** Brings the selected cards onto one line. */
export function align(alignment: Alignment): void {
  const cards = selectedCards();
  moveTo(aligned(cards, alignment), { title: `align ${ALIGNED[alignment]}` });
  announce(`Aligned the ${ALIGNED[alignment]} of ${cards.size} components`);
}

/** Makes the gaps between the selected cards equal. */
export function distribute(axis: Axis): void {
  const cards = selectedCards();
  moveTo(distributed(cards, axis), {
    title: `distribute ${axis === 'horizontal' ? 'horizontally' : 'vertically'}`,
  });
  announce(`Distributed ${cards.size} components`);
}
