import { documentStore } from '../state/document.ts';
import { markerOf } from './markers.ts';
import { monaco } from './monaco.ts';

const OWNER = 'archwright';

/** Underlines the document's problems in the text. Returns what ends it. */
export function syncMarkers(model: monaco.editor.ITextModel): () => void {
  const show = () =>
    monaco.editor.setModelMarkers(model, OWNER, documentStore.getState().problems.map(markerOf));
  show();
  return documentStore.subscribe((state, before) => {
    if (state.problems !== before.problems) show();
  });
}
