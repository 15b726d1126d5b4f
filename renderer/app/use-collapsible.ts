import { useEffect } from 'react';
import { type PanelProps, usePanelRef } from 'react-resizable-panels';
import { useStore } from 'zustand';
import { type Panel, togglePanel, viewStore } from '../state/view.ts';

/** Props of a panel that collapses when it is dragged shut or toggled; the view state knows which. */
export function useCollapsible(
  panel: Panel,
): Pick<PanelProps, 'panelRef' | 'collapsible' | 'collapsedSize' | 'onResize' | 'inert'> {
  const shown = useStore(viewStore, (state) => state.panels[panel]);
  const panelRef = usePanelRef();
  useEffect(() => {
    const handle = panelRef.current;
    if (!handle || handle.isCollapsed() !== shown) return;
    if (shown) handle.expand();
    else handle.collapse();
  }, [panelRef, shown]);
  return {
    panelRef,
    collapsible: true,
    collapsedSize: 0,
    // What is collapsed must not take the focus.
    inert: !shown,
    onResize: (size, _id, before) => {
      const open = size.inPixels > 0;
      if (before && open !== before.inPixels > 0 && open !== viewStore.getState().panels[panel])
        togglePanel(panel, open);
    },
  };
}
