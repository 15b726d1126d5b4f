import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { documentStore } from '../state/document.ts';
import { attachEditor } from './attach-editor.ts';
import { useMonacoTheme } from './use-monaco-theme.ts';
import classes from './YamlPane.module.css';

/** The document's text, live both ways: what is typed changes the drawing, what is drawn changes the text. */
export function YamlPane() {
  const element = useRef<HTMLDivElement>(null);
  const stale = useStore(documentStore, (state) => state.parsed.stale);
  useMonacoTheme();
  useEffect(() => (element.current ? attachEditor(element.current) : undefined), []);
  return (
    <div className={classes.pane}>
      {stale && (
        <p className={classes.stale} role="status">
          The text cannot be read at the moment: the drawing shows its last good state until it can.
        </p>
      )}
      <div ref={element} className={classes.editor} data-testid="yaml-editor" />
    </div>
  );
}
