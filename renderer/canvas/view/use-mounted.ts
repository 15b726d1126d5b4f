import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { selectionStore } from '../../state/selection.ts';
import { isPainted } from '../geometry/lod.ts';
import type { Rect } from '../geometry/rect.ts';
import { canvasStore } from '../state.ts';
import { useDrawnArea, useLevel } from './use-drawn-area.ts';

/** Most selected components that are elements while the rest is painted. */
const MOST_SELECTED = 60;

/** Components that are elements, and whether all others are painted. */
export interface Mounted {
  names: readonly string[];
  painted: boolean;
  area: Rect;
}

/**
 * Decides which components become elements: those near the visible part or, where these are too many, those that are
 * being used.
 */
export function useMounted(): Mounted {
  const scene = useStore(canvasStore, (state) => state.scene);
  const area = useDrawnArea();
  const level = useLevel();
  const near = useMemo(() => scene.index.query(area), [scene, area]);
  const painted = isPainted(level, near.length);
  const used = useUsed(painted);
  const names = useMemo(() => {
    const wanted = painted ? used : new Set([...near, ...used]);
    // In the document's order, which is the order of Tab.
    return wanted.size < 200 || painted ? inOrder(scene.names, wanted) : [...wanted];
  }, [scene, near, painted, used]);
  useEffect(() => canvasStore.setState({ level, painted }), [level, painted]);
  return { names, painted, area };
}

function inOrder(all: readonly string[], wanted: ReadonlySet<string>): string[] {
  return wanted.size === 0 ? [] : all.filter((name) => wanted.has(name));
}

/** Components that must be elements wherever they are: for the pointer, the keyboard or a text field. */
function useUsed(painted: boolean): ReadonlySet<string> {
  const selected = useStore(selectionStore, (state) => state.components);
  const hovered = useStore(canvasStore, (state) => (painted ? state.hovered : null));
  const renaming = useStore(canvasStore, (state) => state.renaming);
  const focus = useStore(canvasStore, (state) => state.focus);
  const from = useStore(canvasStore, (state) => state.connecting?.from ?? null);
  const dragged = useStore(canvasStore, (state) => state.dragged);
  return useMemo(() => {
    const used = new Set<string>(selected.size <= MOST_SELECTED ? selected : []);
    for (const name of [hovered, renaming, focus, from, dragged]) if (name !== null) used.add(name);
    return used;
  }, [selected, hovered, renaming, focus, from, dragged]);
}
