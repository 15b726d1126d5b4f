import { documentStore } from '../state/document.ts';
import { select, selectionStore } from '../state/selection.ts';
import { monaco } from './monaco.ts';
import { pathOfSelection, placeOf } from './position.ts';
import { revealStore } from './reveal.ts';

/** Couples the cursor with what is selected on the canvas, and goes where it is asked to. Returns what ends it. */
export function syncSelection(
  editor: monaco.editor.IStandaloneCodeEditor,
  model: monaco.editor.ITextModel,
): () => void {
  const block = editor.createDecorationsCollection();

  /** Marks the block of what is selected; brings it into view, unless the person is reading in the text. */
  const showSelection = () => {
    const { parsed, edges } = documentStore.getState();
    const path = pathOfSelection(selectionStore.getState(), parsed.document, edges);
    const range = path && parsed.locate(path);
    const key = path && parsed.locate(path, 'key');
    if (!range || !key) return block.clear();
    const lines = new monaco.Range(
      key.line,
      1,
      Math.max(key.line, range.endColumn === 1 ? range.endLine - 1 : range.endLine),
      1,
    );
    block.set([{ range: lines, options: { isWholeLine: true, className: 'aw-selected-block' } }]);
    if (!editor.hasTextFocus())
      editor.revealRangeNearTopIfOutsideViewport(lines, monaco.editor.ScrollType.Immediate);
  };

  const onCursor = ({ position, reason }: monaco.editor.ICursorPositionChangedEvent) => {
    // Only what the person does moves the selection: not edits from elsewhere.
    if (!editor.hasTextFocus() || reason === monaco.editor.CursorChangeReason.ContentFlush) return;
    const { parsed, edges } = documentStore.getState();
    if (parsed.stale) return;
    const place = placeOf(parsed.pathAt(model.getOffsetAt(position)), parsed.document, edges);
    if (place?.type === 'component') select({ components: [place.name] });
    if (place?.type === 'edge') select({ edges: [place.id] });
  };

  const goTo = () => {
    const { target } = revealStore.getState();
    if (!target) return;
    revealStore.setState({ target: null });
    const position = model.getPositionAt(target.offset);
    if (target.focus) editor.focus();
    editor.setPosition(position);
    editor.revealPositionInCenterIfOutsideViewport(position, monaco.editor.ScrollType.Immediate);
  };

  showSelection();
  goTo();
  const cursor = editor.onDidChangeCursorPosition(onCursor);
  const endings = [
    () => cursor.dispose(),
    selectionStore.subscribe(showSelection),
    documentStore.subscribe((state, before) => {
      if (state.text !== before.text) showSelection();
    }),
    revealStore.subscribe(({ target }) => target && goTo()),
  ];
  return () => {
    for (const end of endings) end();
  };
}
