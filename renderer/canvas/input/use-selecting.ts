import { type NodeChange, type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect } from 'react';
import { clearSelection, select, selectionStore } from '../../state/selection.ts';
import type { Rect } from '../geometry/rect.ts';
import type { ComponentNode } from '../nodes/component-node.ts';
import { canvasStore } from '../state.ts';

type Flow = Pick<
  ReactFlowState,
  'userSelectionRect' | 'userSelectionActive' | 'multiSelectionActive' | 'transform'
>;

/** Selecting by click, Shift-click and rubber band. */
export function useSelecting() {
  const flow = useStoreApi();
  useEffect(() => listenToRubberBand(flow), [flow]);
  const onNodesChange = useCallback(
    (changes: NodeChange<ComponentNode>[]) => {
      const state = flow.getState();
      if (state.userSelectionActive) return;
      const picks = changes.filter((change) => change.type === 'select');
      if (picks.length === 0) return;
      const chosen = picks.filter(({ selected }) => selected).map(({ id }) => id);
      const dropped = new Set(picks.filter(({ selected }) => !selected).map(({ id }) => id));
      const { components, edges } = selectionStore.getState();
      // React Flow knows only the cards that are elements: without Shift, a click is meant for all the others as well.
      if (chosen.length > 0 && !state.multiSelectionActive) select({ components: chosen });
      else select({ components: [...components].filter((name) => !dropped.has(name)).concat(chosen), edges });
    },
    [flow],
  );
  return { onNodesChange, onPaneClick: clearSelection };
}

interface FlowStore {
  getState(): Flow;
  subscribe(listener: (state: Flow, before: Flow) => void): () => void;
}

/** While a rubber band is drawn, what it touches is selected: cards that are no elements too. */
function listenToRubberBand(flow: FlowStore): () => void {
  let kept: ReadonlySet<string> = new Set();
  return flow.subscribe((state, before) => {
    if (state.userSelectionRect === before.userSelectionRect) return;
    if (!before.userSelectionRect)
      kept = state.multiSelectionActive ? selectionStore.getState().components : new Set();
    const band = state.userSelectionRect;
    if (!band || !state.userSelectionActive) return;
    const touched = canvasStore.getState().scene.index.query(inDrawing(band, state.transform));
    select({ components: new Set([...kept, ...touched]) });
  });
}

function inDrawing({ x, y, width, height }: Rect, [tx, ty, zoom]: readonly [number, number, number]): Rect {
  return { x: (x - tx) / zoom, y: (y - ty) / zoom, width: width / zoom, height: height / zoom };
}
