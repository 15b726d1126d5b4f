import { useStore } from 'zustand';
import { canvasStore } from '../state.ts';

/** What the keys do while a connection is made by keyboard. */
export function KeyboardConnect() {
  const connecting = useStore(canvasStore, (state) => state.connecting);
  if (connecting?.by !== 'keyboard') return null;
  return (
    <div className="aw-banner" aria-hidden="true">
      <strong>{connecting.from}</strong> → <strong>{connecting.target}</strong>
      <span>
        <kbd>Tab</kbd> or arrows choose · <kbd>Enter</kbd> connects · <kbd>Esc</kbd> cancels
      </span>
    </div>
  );
}
