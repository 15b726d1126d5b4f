import type { DragEvent } from 'react';
import { addComponent, ENTRY_MIME, entryKeyFrom } from '../actions/add.ts';
import { onGrid } from '../geometry/rect.ts';
import { drawingPoint } from '../view/viewport.ts';

function onDragOver(event: DragEvent): void {
  if (!event.dataTransfer.types.includes(ENTRY_MIME)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}

function onDrop(event: DragEvent): void {
  const key = entryKeyFrom(event.dataTransfer.getData(ENTRY_MIME));
  if (!key) return;
  event.preventDefault();
  addComponent(key, onGrid(drawingPoint(event.clientX, event.clientY)));
}

const HANDLERS = { onDragOver, onDrop };

/** Takes what is dragged out of the palette. */
export const usePaletteDrop = () => HANDLERS;
