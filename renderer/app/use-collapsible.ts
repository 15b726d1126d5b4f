import { useEffect, useRef } from 'react';
import { type PanelProps, usePanelRef } from 'react-resizable-panels';
import { useStore } from 'zustand';
import { type Panel, togglePanel, viewStore } from '../state/view.ts';

/**
 * Props of a panel that collapses when it is dragged shut or toggled; the view state knows which.
 *
 * @param size pixels that the panel opens with, until somebody gives it another size
 */
export function useCollapsible(
  panel: Panel,
  size: number,
): Pick<PanelProps, 'defaultSize' | 'panelRef' | 'collapsible' | 'collapsedSize' | 'onResize' | 'inert'> {
  const shown = useStore(viewStore, (state) => state.panels[panel]);
  const panelRef = usePanelRef();
  const lastSize = useRef(size);
  useEffect(() => {
    const handle = panelRef.current;
    if (!handle || handle.isCollapsed() !== shown) return;
    // `expand` would give a panel that was never open the least size only.
    if (shown) handle.resize(lastSize.current);
    else handle.collapse();
  }, [panelRef, shown]);
  return {
    defaultSize: size,
    panelRef,
    collapsible: true,
    collapsedSize: 0,
    // What is collapsed must not take the focus.
    inert: !shown,
    onResize: ({ inPixels }, _id, before) => {
      const open = inPixels > 0;
      if (open) lastSize.current = inPixels;
      if (before && open !== before.inPixels > 0 && open !== viewStore.getState().panels[panel])
        togglePanel(panel, open);
    },
  };
}
