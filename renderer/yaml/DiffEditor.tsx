import { useEffect, useRef } from 'react';
import classes from './DiffEditor.module.css';
import { monaco } from './monaco.ts';
import { EDITOR_OPTIONS } from './options.ts';
import { useMonacoTheme } from './use-monaco-theme.ts';

interface DiffEditorProps {
  original: string;
  modified: string;
  language: string;
  /** What the left and the right text are. */
  originalLabel: string;
  modifiedLabel: string;
}

/** Two texts side by side with their differences; read-only. */
export function DiffEditor({ original, modified, language, originalLabel, modifiedLabel }: DiffEditorProps) {
  const element = useRef<HTMLDivElement>(null);
  useMonacoTheme();
  useEffect(() => {
    if (!element.current) return;
    const editor = monaco.editor.createDiffEditor(element.current, {
      ...EDITOR_OPTIONS,
      readOnly: true,
      originalEditable: false,
      renderSideBySide: true,
      renderOverviewRuler: false,
      hideUnchangedRegions: { enabled: true },
    });
    keepName(editor.getOriginalEditor(), originalLabel);
    keepName(editor.getModifiedEditor(), modifiedLabel);
    const models = {
      original: monaco.editor.createModel(original, language),
      modified: monaco.editor.createModel(modified, language),
    };
    editor.setModel(models);
    return () => {
      editor.dispose();
      models.original.dispose();
      models.modified.dispose();
    };
  }, [original, modified, language, originalLabel, modifiedLabel]);
  return (
    <div className={classes.diff}>
      <div className={classes.labels}>
        <span>{originalLabel}</span>
        <span>{modifiedLabel}</span>
      </div>
      <div ref={element} className={classes.editor} />
    </div>
  );
}

/** Names one side for screen readers. Monaco forgets the names that it is given for both whenever another option changes. */
function keepName(side: monaco.editor.ICodeEditor, ariaLabel: string) {
  const name = () => {
    if (side.getOption(monaco.editor.EditorOption.ariaLabel) !== ariaLabel) side.updateOptions({ ariaLabel });
  };
  side.onDidChangeConfiguration(name);
  name();
}
