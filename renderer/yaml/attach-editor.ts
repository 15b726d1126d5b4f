import { documentStore } from '../state/document.ts';
import { DOCUMENT_URI, setUpLanguage } from './language.ts';
import { monaco } from './monaco.ts';
import { EDITOR_OPTIONS } from './options.ts';
import { syncMarkers } from './sync-markers.ts';
import { syncSelection } from './sync-selection.ts';
import { syncText } from './sync-text.ts';

/** Puts the document's editor into an element. Returns what takes it out again. */
export function attachEditor(element: HTMLElement): () => void {
  setUpLanguage();
  const model = monaco.editor.createModel(documentStore.getState().text, 'yaml', DOCUMENT_URI);
  model.updateOptions({ tabSize: 2, insertSpaces: true });
  const editor = monaco.editor.create(element, {
    ...EDITOR_OPTIONS,
    model,
    ariaLabel: 'The document as YAML. Press Control+M to let Tab leave the editor.',
    quickSuggestions: { other: true, strings: true, comments: false },
    wordBasedSuggestions: 'off',
    suggest: { showWords: false, preview: false },
    // By indentation: the outline would be asked of the language worker, for the whole document, with every key.
    stickyScroll: { enabled: true, maxLineCount: 3, defaultModel: 'indentationModel' },
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.On },
  });
  takeOverUndo(editor);
  const endings = [syncText(model), syncMarkers(model), syncSelection(editor, model)];
  return () => {
    for (const end of endings) end();
    editor.dispose();
    model.dispose();
  };
}

/** One history for the drawing and the text: the editor's own would know only half of what happened. */
function takeOverUndo(editor: monaco.editor.IStandaloneCodeEditor): void {
  const { KeyCode, KeyMod } = monaco;
  const undo = () => documentStore.getState().undo();
  const redo = () => documentStore.getState().redo();
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyZ, undo);
  editor.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, redo);
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyY, redo);
}
