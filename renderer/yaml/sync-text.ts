import { notifyError } from '../app/notify.ts';
import { documentStore } from '../state/document.ts';
import { changeBetween } from '../state/text-diff.ts';
import { monaco } from './monaco.ts';
import { changesBetween } from './text-changes.ts';

/**
 * Keeps the editor's text and the document's the same. What is typed becomes edits of the document; what changed elsewhere becomes small edits
 * of the editor, so that the cursor stays where it is. Neither comes back as an echo. Returns what ends it.
 */
export function syncText(model: monaco.editor.ITextModel): () => void {
  let applying = false;

  const fromDocument = () => {
    const changes = changesBetween(model.getValue(), documentStore.getState().text);
    if (changes.length === 0) return;
    applying = true;
    model.applyEdits(
      changes.map(({ offset, remove, insert }) => ({
        range: monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + remove)),
        text: insert,
        forceMoveMarkers: false,
      })),
    );
    applying = false;
  };

  const typed = model.onDidChangeContent(() => {
    if (applying) return;
    const { text, dispatch } = documentStore.getState();
    // Compared with the document rather than taken from the event: the editor may have unified line ends.
    const change = changeBetween(text, model.getValue());
    if (!change) return;
    const result = dispatch({ type: 'text', changes: [change] }, { title: 'typing', coalesce: 'typing' });
    if (result.ok) return;
    notifyError('The text could not be taken', new Error(result.problem.message));
    fromDocument();
  });
  const unsubscribe = documentStore.subscribe((state, before) => {
    if (state.text !== before.text) fromDocument();
  });
  return () => {
    typed.dispose();
    unsubscribe();
  };
}
