import { useStore } from 'zustand';
import { canvasStore } from '../state.ts';

/** Lines on which the dragged cards agree with others. */
export function Guides() {
  const guides = useStore(canvasStore, (state) => state.guides);
  if (guides.length === 0) return null;
  return (
    <svg className="aw-guides" aria-hidden="true">
      {guides.map(({ axis, at, from, to }) =>
        axis === 'x' ? (
          <line key={`x${at}`} x1={at} x2={at} y1={from} y2={to} />
        ) : (
          <line key={`y${at}`} x1={from} x2={to} y1={at} y2={at} />
        ),
      )}
    </svg>
  );
}
