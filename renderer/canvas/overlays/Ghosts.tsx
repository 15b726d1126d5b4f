import { useStore } from 'zustand';
import { CARD } from '../geometry/rect.ts';
import { canvasStore } from '../state.ts';

/** Outlines of the originals while copies are dragged away from them. */
export function Ghosts() {
  const scene = useStore(canvasStore, (state) => state.scene);
  const copied = useStore(canvasStore, (state) => (state.live?.copying ? state.live.moved : undefined));
  if (!copied) return null;
  return [...copied.keys()].map((name) => {
    const rect = scene.rects.get(name);
    return (
      rect && (
        <div
          key={name}
          className="aw-ghost"
          style={{ ...CARD, transform: `translate(${rect.x}px, ${rect.y}px)` }}
        />
      )
    );
  });
}
