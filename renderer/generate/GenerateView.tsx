import { useEffect } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { useStore } from 'zustand';
import separators from '../app/DesignView.module.css';
import { documentStore } from '../state/document.ts';
import { viewStore } from '../state/view.ts';
import { generator } from './current.ts';
import { DocumentErrors } from './DocumentErrors.tsx';
import { FilePreview } from './FilePreview.tsx';
import { Files } from './Files.tsx';
import classes from './GenerateView.module.css';
import { Options } from './Options.tsx';
import { generateStore } from './store.ts';

/** Milliseconds without a change before the files are made anew. */
const QUIET = 250;

/** The Generate tab: what comes out of the document, against what is in the output folder. */
export function GenerateView() {
  const layout = useDefaultLayout({ id: 'archwright.generate', storage: localStorage });
  const valid = useStore(documentStore, (state) => state.parsed.valid);
  useRefresh();
  return (
    <div className={classes.view}>
      <Group {...layout} id="archwright.generate">
        <Panel
          id="files"
          defaultSize={340}
          minSize={260}
          maxSize={560}
          groupResizeBehavior="preserve-pixel-size"
          className={classes.side}
        >
          <Options />
          <Files />
        </Panel>
        <Separator className={separators.vertical} aria-label="Resize the list of files" />
        <Panel id="preview" minSize={320} className={classes.preview}>
          {valid ? <FilePreview /> : <DocumentErrors />}
        </Panel>
      </Group>
    </div>
  );
}

/**
 * Looks again whenever the document, the layout, the targets or the folder become others, and when the person comes back
 * to the window: the files may have been edited elsewhere.
 */
function useRefresh(): void {
  const text = useStore(documentStore, (state) => state.text);
  const layout = useStore(viewStore, (state) => state.layout);
  const out = useStore(generateStore, (state) => state.out);
  const omitted = useStore(generateStore, (state) => state.omitted);
  const choices = useStore(generateStore, (state) => state.choices);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the controller reads these by itself; they say when
  useEffect(() => {
    const timer = setTimeout(() => void generator.refresh(), generateStore.getState().preview ? QUIET : 0);
    return () => clearTimeout(timer);
  }, [text, layout, out, omitted, choices]);
  useEffect(() => {
    const look = () => void generator.refresh();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
}
