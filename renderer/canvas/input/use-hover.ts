import { useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { isDragging } from '../actions/drag.ts';
import { canvasStore } from '../state.ts';
import { drawingPoint } from '../view/viewport.ts';

/** While the drawing is painted, the card under the pointer becomes an element: it can be clicked, dragged, connected. */
export function useHover(painted: boolean): void {
  const frame = useStore((state) => state.domNode);
  useEffect(() => {
    if (!painted || !frame) return;
    const onPointerMove = ({ buttons, clientX, clientY }: PointerEvent) => {
      if (buttons !== 0 || isDragging()) return;
      const hovered = canvasStore.getState().scene.index.at(drawingPoint(clientX, clientY)) ?? null;
      if (canvasStore.getState().hovered !== hovered) canvasStore.setState({ hovered });
    };
    frame.addEventListener('pointermove', onPointerMove);
    return () => frame.removeEventListener('pointermove', onPointerMove);
  }, [painted, frame]);
}
