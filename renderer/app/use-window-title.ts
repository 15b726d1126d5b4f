import { useEffect } from 'react';
import { useStore } from 'zustand';
import { documentStore } from '../state/document.ts';
import { viewStore } from '../state/view.ts';

/** Keeps the title of the window: the document's name, with a dot in front while it is not saved. */
export function useWindowTitle(): void {
  const welcome = useStore(viewStore, (state) => state.welcome);
  const name = useStore(documentStore, (state) => state.name);
  const dirty = useStore(documentStore, (state) => state.dirty);
  useEffect(() => {
    document.title = welcome ? 'Archwright' : `${dirty ? '● ' : ''}${name} - Archwright`;
  }, [welcome, name, dirty]);
}
