import { SegmentedControl } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { PlannedFileState } from '#host/contract';
import { EmptyState } from '../app/EmptyState.tsx';
import { IconButton } from '../app/IconButton.tsx';
import { Lazily } from '../app/lazily.tsx';
import { copyText } from './current.ts';
import { FILE_STATES, languageOf } from './file-state.ts';
import classes from './GenerateView.module.css';
import { generateStore } from './store.ts';

const loadCodeView = async () => (await import('../yaml/CodeView.tsx')).CodeView;
const loadDiffEditor = async () => (await import('../yaml/DiffEditor.tsx')).DiffEditor;

/** The chosen file: its text, or what differs from the one in the output folder. */
export function FilePreview() {
  const selected = useStore(generateStore, (state) => state.selected);
  const file = useStore(generateStore, (state) =>
    state.preview?.files.find(({ path }) => path === state.selected),
  );
  if (!file)
    return (
      <EmptyState>
        {selected === null
          ? 'Choose a file to read it, or to see what would change in it.'
          : 'This file is not generated any more.'}
      </EmptyState>
    );
  return <Preview key={file.path} file={file} />;
}

function Preview({ file }: { file: PlannedFileState }) {
  const { path, content, current, action } = file;
  const differs = current !== null && current !== content;
  const [wanted, setWanted] = useState<'text' | 'diff'>('diff');
  const mode = differs ? wanted : 'text';
  const { word, explanation, tone } = FILE_STATES[action];
  const language = languageOf(path);
  // Of a file that goes, only what stands there is left to show.
  const text = action === 'remove' ? (current ?? content) : content;
  return (
    <>
      <div className={classes.bar}>
        <h2 className={classes.path} style={{ margin: 0 }}>
          {path}
        </h2>
        <span className={classes.state} data-tone={tone} title={explanation}>
          {word}. {explanation}
        </span>
        {differs && (
          <SegmentedControl
            size="xs"
            aria-label="How to show the file"
            value={mode}
            onChange={setWanted}
            data={[
              { value: 'diff', label: 'Difference' },
              { value: 'text', label: 'Text' },
            ]}
          />
        )}
        <IconButton label="Copy the file" onClick={() => void copyText(text, path)}>
          <IconCopy size={18} stroke={1.6} />
        </IconButton>
      </div>
      <div className={classes.code} data-diff={mode === 'diff' || undefined} data-testid="file-preview">
        {mode === 'diff' ? (
          <Lazily
            what="the editor"
            load={loadDiffEditor}
            props={{
              original: current ?? '',
              modified: content,
              language,
              originalLabel: 'In the folder',
              modifiedLabel: 'Generated',
            }}
          />
        ) : (
          <Lazily
            what="the editor"
            load={loadCodeView}
            props={{ text, language, label: `Text of ${path}` }}
          />
        )}
      </div>
    </>
  );
}
