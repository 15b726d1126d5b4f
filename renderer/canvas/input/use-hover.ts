import type { MouseEvent } from 'react';
import { useMemo } from 'react';
import { isDragging } from '../actions/drag.ts';
import { canvasStore } from '../state.ts';
import { drawingPoint } from '../view/viewport.ts';

function hover(hovered: string | null): void {
  if (!isDragging() && canvasStore.getState().hovered !== hovered) canvasStore.setState({ hovered });
}

/** While the drawing is painted, the card under the pointer becomes an element: it can be clicked, dragged, connected. */
export function useHover(painted: boolean) {
  return useMemo(() => {
    if (!painted) return {};
    return {
      onPaneMouseMove: ({ clientX, clientY }: MouseEvent) =>
        hover(canvasStore.getState().scene.index.at(drawingPoint(clientX, clientY)) ?? null),
      onNodeMouseLeave: () => hover(null),
    };
  }, [painted]);
}
