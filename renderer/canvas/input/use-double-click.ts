import type { MouseEvent } from 'react';
import { openQuickAdd } from '../actions/quick-add.ts';
import { canvasStore } from '../state.ts';
import { drawingPoint, jumpTo } from '../view/viewport.ts';

const PANE = 'react-flow__pane';

function onDoubleClick({ target, clientX, clientY }: MouseEvent): void {
  if (!(target instanceof Element)) return;
  const card = target.closest<HTMLElement>('[data-component]');
  const { level, scene } = canvasStore.getState();
  if (card) {
    const name = card.dataset.component;
    if (name !== undefined && level === 'full') canvasStore.setState({ renaming: name });
    else if (name !== undefined) jumpTo(name);
    return;
  }
  if (!target.classList.contains(PANE)) return;
  const point = drawingPoint(clientX, clientY);
  const painted = scene.index.at(point);
  if (painted === undefined) openQuickAdd(point);
  else jumpTo(painted);
}

const HANDLERS = { onDoubleClick };

/** Double-click: on empty canvas adds at that spot, on a card renames it or, from afar, goes there. */
export const useQuickAddOnDoubleClick = () => HANDLERS;
