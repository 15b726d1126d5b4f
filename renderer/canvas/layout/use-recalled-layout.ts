import { useEffect } from 'react';
import { useStore } from 'zustand';
import { documentStore } from '../../state/document.ts';
import { recallLayout } from './recall.ts';

/** Longest that the engine waits for a quiet moment after a document was opened, in milliseconds. */
const LONGEST_WAIT_MS = 1_500;

/** Asks the layout engine about every document that is opened, once the page has nothing more urgent to do. */
export function useRecalledLayout(): void {
  const id = useStore(documentStore, (state) => state.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every document
  useEffect(() => {
    const pending = requestIdleCallback(
      () => {
        // Without the engine the drawing is all there, only plainer.
        recallLayout().catch((error: unknown) => console.warn('The drawing was not laid out.', error));
      },
      { timeout: LONGEST_WAIT_MS },
    );
    return () => cancelIdleCallback(pending);
  }, [id]);
}
