import { useMemo } from 'react';
import { useStore } from 'zustand';
import { selectionStore } from '../../state/selection.ts';
import { journeyThrough } from '../scene/journey.ts';
import { canvasStore } from '../state.ts';

/** How an edge stands out, or stands back. */
export type EdgeLook = 'plain' | 'selected' | 'lit' | 'dim' | 'near';

/** How each edge looks: by the selection, and by the journey under the pointer. */
export function useEdgeLooks(): (id: string, from: string, to: string) => EdgeLook {
  const scene = useStore(canvasStore, (state) => state.scene);
  const hoveredEdge = useStore(canvasStore, (state) => state.hoveredEdge);
  const connecting = useStore(canvasStore, (state) => state.connecting !== null);
  const { components, edges } = useStore(selectionStore);
  const journey = useMemo(
    () => (hoveredEdge && scene.edgeById.has(hoveredEdge) ? journeyThrough(scene, hoveredEdge) : undefined),
    [scene, hoveredEdge],
  );
  return (id, from, to) => {
    if (edges.has(id)) return 'selected';
    if (connecting) return 'dim';
    if (journey) return journey.edges.has(id) ? 'lit' : 'dim';
    return components.size > 0 && components.size <= 3 && (components.has(from) || components.has(to))
      ? 'near'
      : 'plain';
  };
}
