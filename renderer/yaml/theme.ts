import type * as Monaco from 'monaco-editor/editor/editor.api.js';

export const LIGHT_THEME = 'archwright-light';
export const DARK_THEME = 'archwright-dark';

// Monaco paints by itself and takes plain colours only: these are the tokens of theme/tokens.css.
const LIGHT = {
  background: '#ffffff',
  text: '#191d24',
  dim: '#626b79',
  line: '#f2f3f6',
  border: '#e3e6eb',
  accent: '#4350d1',
  selection: '#4350d133',
  widget: '#ffffff',
  key: '#0b5c8f',
  string: '#12744a',
  number: '#9a4a00',
  keyword: '#8a2f6c',
  inserted: '#12744a1f',
  removed: '#c0272f1f',
  error: '#c0272f',
  warning: '#8a5200',
  info: '#2a62b8',
};
const DARK: typeof LIGHT = {
  background: '#12151a',
  text: '#e7eaef',
  dim: '#8f98a6',
  line: '#1a1e24',
  border: '#272c33',
  accent: '#8d97ff',
  selection: '#8d97ff3d',
  widget: '#1f2329',
  key: '#7cc0f0',
  string: '#7fd1a4',
  number: '#f2b26b',
  keyword: '#e19cc4',
  inserted: '#4cc38a26',
  removed: '#ff828726',
  error: '#ff8287',
  warning: '#f0b24a',
  info: '#7fb2f5',
};

/** Makes the editor's light and dark themes known. */
export function defineThemes(monaco: typeof Monaco): void {
  monaco.editor.defineTheme(LIGHT_THEME, themeOf('vs', LIGHT));
  monaco.editor.defineTheme(DARK_THEME, themeOf('vs-dark', DARK));
}

function themeOf(base: 'vs' | 'vs-dark', colour: typeof LIGHT): Monaco.editor.IStandaloneThemeData {
  const rule = (token: string, foreground: string) => ({ token, foreground: foreground.slice(1) });
  return {
    base,
    inherit: true,
    rules: [
      rule('', colour.text),
      rule('comment', colour.dim),
      rule('type', colour.key),
      rule('type.identifier', colour.key),
      rule('string', colour.string),
      // More specific than the base theme's rule for YAML.
      rule('string.yaml', colour.string),
      rule('number.yaml', colour.number),
      rule('keyword.yaml', colour.keyword),
      rule('number', colour.number),
      rule('keyword', colour.keyword),
      // What the base themes colour below AA.
      rule('attribute.name', colour.keyword),
      rule('attribute.value', colour.string),
      rule('variable', colour.key),
      rule('variable.predefined', colour.key),
      rule('tag', colour.key),
      rule('metatag', colour.keyword),
      rule('constant', colour.number),
      rule('annotation', colour.dim),
      rule('regexp', colour.keyword),
      rule('string.escape', colour.number),
      rule('string.link', colour.key),
      rule('string.sql', colour.string),
      rule('predefined', colour.keyword),
      rule('predefined.sql', colour.keyword),
      rule('operator.sql', colour.dim),
      rule('operators', colour.dim),
      rule('delimiter', colour.dim),
    ],
    colors: {
      'editor.background': colour.background,
      'editor.foreground': colour.text,
      'editor.lineHighlightBackground': colour.line,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': colour.selection,
      'editorCursor.foreground': colour.accent,
      'editorLineNumber.foreground': colour.dim,
      'editorLineNumber.activeForeground': colour.text,
      'editorIndentGuide.background1': colour.border,
      'editorWidget.background': colour.widget,
      'editorWidget.border': colour.border,
      'editorSuggestWidget.selectedBackground': colour.selection,
      'editorSuggestWidget.selectedForeground': colour.text,
      'editorSuggestWidget.selectedIconForeground': colour.text,
      'editorSuggestWidget.focusHighlightForeground': colour.accent,
      'editorSuggestWidget.highlightForeground': colour.accent,
      'editorHoverWidget.background': colour.widget,
      'editorHoverWidget.border': colour.border,
      'editorError.foreground': colour.error,
      'editorWarning.foreground': colour.warning,
      'editorInfo.foreground': colour.info,
      'editorStickyScroll.background': colour.background,
      'diffEditor.insertedLineBackground': colour.inserted,
      'diffEditor.removedLineBackground': colour.removed,
      'diffEditor.insertedTextBackground': colour.inserted,
      'diffEditor.removedTextBackground': colour.removed,
      'diffEditor.unchangedRegionBackground': colour.line,
      'diffEditor.diagonalFill': colour.border,
      'editorOverviewRuler.border': '#00000000',
      'scrollbar.shadow': '#00000000',
      focusBorder: colour.accent,
    },
  };
}
