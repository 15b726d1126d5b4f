import { useStore } from '@xyflow/react';
import { useStore as useVanilla } from 'zustand';
import { connectable } from '../actions/connect.ts';
import { type Connecting, canvasStore } from '../state.ts';

/** Beside the pointer while a connection is drawn: what would happen, or why it cannot be. */
export function ConnectHint() {
  const connecting = useVanilla(canvasStore, (state) => state.connecting);
  const pointer = useStore((state) => (state.connection.inProgress ? state.connection.pointer : null));
  if (connecting?.by !== 'pointer' || !pointer) return null;
  const { text, refused } = hintOf(connecting);
  return (
    <div
      className="aw-hint"
      data-refused={refused || undefined}
      role="status"
      style={{ transform: `translate(${pointer.x + 14}px, ${pointer.y + 18}px)` }}
    >
      {text}
    </div>
  );
}

function hintOf({ from, target }: Connecting): { text: string; refused: boolean } {
  if (target === null || target === from)
    return { text: 'Drop on a component, or on empty canvas to add one', refused: false };
  const verdict = connectable(from, target);
  if (!verdict.ok) return { text: verdict.reason, refused: true };
  return { text: `${from} → ${target} by ${verdict.protocol}`, refused: false };
}
