import { useStore } from 'zustand';
import { openQuickAdd } from '../actions/quick-add.ts';
import { canvasStore } from '../state.ts';
import { viewCentre } from '../view/viewport.ts';

/** What an empty canvas says: how to begin. */
export function EmptyCanvas() {
  const empty = useStore(
    canvasStore,
    ({ scene, popover }) => scene.names.length === 0 && popover.type === 'none',
  );
  if (!empty) return null;
  return (
    <div className="aw-empty">
      <p>Drag a component from the palette, or double-click where it should stand.</p>
      <button type="button" className="aw-empty-act nopan" onClick={() => openQuickAdd(viewCentre())}>
        Add a component
      </button>
    </div>
  );
}
