import { useEffect, useRef } from 'react';
import { monaco } from './monaco.ts';
import { EDITOR_OPTIONS } from './options.ts';
import { useMonacoTheme } from './use-monaco-theme.ts';

/** A text with colours, to read. */
export function CodeView({ text, language, label }: { text: string; language: string; label: string }) {
  const element = useRef<HTMLDivElement>(null);
  useMonacoTheme();
  useEffect(() => {
    if (!element.current) return;
    const model = monaco.editor.createModel(text, language);
    const editor = monaco.editor.create(element.current, {
      ...EDITOR_OPTIONS,
      model,
      readOnly: true,
      ariaLabel: label,
      tabFocusMode: true,
    });
    return () => {
      editor.dispose();
      model.dispose();
    };
  }, [text, language, label]);
  return <div ref={element} style={{ height: '100%' }} />;
}
