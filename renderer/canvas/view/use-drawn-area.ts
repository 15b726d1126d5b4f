import { type ReactFlowState, useStore } from '@xyflow/react';
import { type Level, levelAt, nameScaleAt } from '../geometry/lod.ts';
import type { Rect } from '../geometry/rect.ts';
import { drawnArea } from './in-view.ts';

const areaOf = ({ transform: [x, y, zoom], width, height }: ReactFlowState): Rect =>
  drawnArea({ x, y, zoom, width, height });
const sameRect = (a: Rect, b: Rect) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** The area whose components are drawn. Changes in steps, not with every frame. */
export const useDrawnArea = (): Rect => useStore(areaOf, sameRect);

/** How much of a component is drawn at the zoom there is. */
export const useLevel = (): Level => useStore((state) => levelAt(state.transform[2]));

/** How much larger names are drawn at the zoom there is. */
export const useNameScale = (): number => useStore((state) => nameScaleAt(state.transform[2]));
