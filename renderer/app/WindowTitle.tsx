import { useStore } from 'zustand';
import { documentStore } from '../state/document.ts';
import { viewStore } from '../state/view.ts';

/** Title of the window: the document's name, with a dot in front while it is not saved. */
export function WindowTitle() {
  const welcome = useStore(viewStore, (state) => state.welcome);
  const name = useStore(documentStore, (state) => state.name);
  const dirty = useStore(documentStore, (state) => state.dirty);
  return <title>{welcome ? 'Archwright' : `${dirty ? '● ' : ''}${name} - Archwright`}</title>;
}
