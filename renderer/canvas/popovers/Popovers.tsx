import { useStore } from 'zustand';
import { canvasStore } from '../state.ts';
import { FindComponent } from './FindComponent.tsx';
import { QuickAdd } from './QuickAdd.tsx';

/** What floats over the canvas and takes the keyboard. */
export function Popovers() {
  const popover = useStore(canvasStore, (state) => state.popover);
  if (popover.type === 'quick-add') return <QuickAdd at={popover.at} from={popover.from} />;
  return popover.type === 'find' ? <FindComponent /> : null;
}
