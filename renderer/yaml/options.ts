import type * as Monaco from 'monaco-editor/editor/editor.api.js';

/** What all editors have in common. */
export const EDITOR_OPTIONS = {
  automaticLayout: true,
  // With an EditContext the editor would be no text field to the rest of the page, and its space bar would pan the canvas.
  editContext: false,
  fontFamily: '"JetBrains Mono Variable", ui-monospace, monospace',
  fontSize: 12,
  lineHeight: 18,
  fontLigatures: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  // Suggestions and hovers may reach beyond the pane.
  fixedOverflowWidgets: true,
  overviewRulerLanes: 2,
  padding: { top: 4, bottom: 8 },
  renderLineHighlight: 'line',
  renderWhitespace: 'none',
  smoothScrolling: false,
  lineNumbersMinChars: 4,
  glyphMargin: false,
  folding: true,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
} as const satisfies Monaco.editor.IStandaloneEditorConstructionOptions;
