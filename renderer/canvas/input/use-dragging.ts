import type { OnNodeDrag } from '@xyflow/react';
import { selectionStore } from '../../state/selection.ts';
import { beginDrag, dragTo, endDrag } from '../actions/drag.ts';
import type { ComponentNode } from '../nodes/component-node.ts';
import { canvasStore } from '../state.ts';

const onNodeDragStart: OnNodeDrag<ComponentNode> = (event, { id }) => {
  const { components } = selectionStore.getState();
  beginDrag({ names: components.has(id) ? components : [id], lead: id, copying: event.altKey });
};

const onNodeDrag: OnNodeDrag<ComponentNode> = (event, { id, position }) => {
  const start = canvasStore.getState().scene.rects.get(id);
  if (start)
    dragTo({ x: position.x - start.x, y: position.y - start.y }, { free: event.ctrlKey || event.metaKey });
};

const HANDLERS = { onNodeDragStart, onNodeDrag, onNodeDragStop: endDrag };

/** Dragging cards: React Flow says where the pointer wants them. */
export const useDragging = () => HANDLERS;
