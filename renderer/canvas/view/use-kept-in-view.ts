import { useEffect } from 'react';
import { useStore } from 'zustand';
import { documentStore } from '../../state/document.ts';
import { afterResize, fitAll, frameSize } from './viewport.ts';

/** Shows all of a document when it is opened, and keeps in view what is there while the canvas changes its size. */
export function useKeptInView(frame: { readonly current: HTMLElement | null }): void {
  const id = useStore(documentStore, (state) => state.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: starts afresh with every document
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let before = { width: 0, height: 0 };
    let pending = 0;
    const observer = new ResizeObserver(() => {
      // React Flow takes the size from an observer of its own: one frame later it knows it.
      cancelAnimationFrame(pending);
      pending = requestAnimationFrame(() => {
        const after = frameSize();
        if (after.width === 0 || after.height === 0) return;
        if (before.width === 0) fitAll(false);
        else if (after.width !== before.width || after.height !== before.height) afterResize(before);
        before = after;
      });
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(pending);
    };
  }, [id]);
}
