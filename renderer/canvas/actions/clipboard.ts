import { catalog } from '#catalog';
import type { Position } from '#model';
import { documentStore } from '../../state/document.ts';
import { select, selectionStore } from '../../state/selection.ts';
import { countedNames } from '../../state/titles.ts';
import { boundsOf, cardAt, centreOf, containsRect, onGrid, type Rect } from '../geometry/rect.ts';
import { notify } from '../notify.ts';
import { announce, canvasStore, requestFocus } from '../state.ts';
import { revealAll, viewCentre, visibleArea } from '../view/viewport.ts';
import { editsOf, type Fragment, fragmentFrom, fragmentText } from './fragment.ts';

/** How far copies stand off from what they are copies of, in pixels. */
const OFFSET = 32;

/** Text of what is selected; empty where no component is. */
export function copyText(): string {
  const { components } = selectionStore.getState();
  if (components.size === 0) return '';
  const { rects } = canvasStore.getState().scene;
  return fragmentText(documentStore.getState().parsed.document, components, (name) => rects.get(name));
}

/** Says what was copied. */
export function announceCopy(): void {
  announce(`Copied ${countedNames([...selectionStore.getState().components])}`);
}

/**
 * Adds what a text holds, in the middle of the view or, where that place is taken by the originals, a little beside.
 *
 * @returns whether the text held components
 */
export function paste(text: string): boolean {
  const fragment = fragmentFrom(text, documentStore.getState().parsed.document, catalog.vocabulary);
  if (!fragment) {
    notify({
      message:
        'The clipboard holds no components. Copy some on the canvas, or a piece of an .arch.yaml file.',
    });
    return false;
  }
  const area = boundsOf(Object.values(fragment.canvas).map(cardAt));
  insert(fragment, shiftInto(area), 'paste');
  return true;
}

/** Adds copies of what is selected, a little beside. */
export function duplicate(): void {
  duplicateAt({ x: OFFSET, y: OFFSET });
}

/** Adds copies of what is selected, shifted. */
export function duplicateAt(shift: Position): void {
  const fragment = fragmentFrom(copyText(), documentStore.getState().parsed.document, catalog.vocabulary);
  if (fragment) insert(fragment, shift, 'duplicate');
}

/** Where pasted cards go: to the place they had, shifted off others there, or to the middle where it is out of sight. */
function shiftInto(area: Rect | undefined): Position {
  const view = visibleArea();
  if (!area || !view) return { x: 0, y: 0 };
  const { index } = canvasStore.getState().scene;
  if (!containsRect(view, area)) {
    const [middle, own] = [viewCentre(), centreOf(area)];
    return onGrid({ x: middle.x - own.x, y: middle.y - own.y });
  }
  let shift = 0;
  while (index.query({ ...area, x: area.x + shift, y: area.y + shift, width: 1, height: 1 }).length > 0)
    shift += OFFSET;
  return { x: shift, y: shift };
}

function insert(fragment: Fragment, shift: Position, verb: 'paste' | 'duplicate'): void {
  const names = Object.keys(fragment.components);
  const home = viewCentre();
  const placeOf = (name: string): Position => {
    const { x, y } = fragment.canvas[name] ?? home;
    return onGrid({ x: x + shift.x, y: y + shift.y });
  };
  const title = `${verb} ${countedNames(names)}`;
  const result = documentStore
    .getState()
    .dispatch({ type: 'batch', title, edits: editsOf(fragment, placeOf) });
  if (!result.ok) {
    notify({ message: result.problem.message });
    return;
  }
  select({ components: names });
  const [first] = names;
  if (first) requestFocus(first);
  announce(`${verb === 'paste' ? 'Pasted' : 'Duplicated'} ${countedNames(names)}`);
  revealAll(names);
}
