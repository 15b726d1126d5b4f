import { SegmentedControl } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { PlannedFileState } from '#host/contract';
import { EmptyState } from '../app/EmptyState.tsx';
import { IconButton } from '../app/IconButton.tsx';
import { Lazily } from '../app/lazily.tsx';
import { Choices } from './Choices.tsx';
import { ConflictView } from './ConflictView.tsx';
import { copyText } from './current.ts';
import { FILE_STATES, languageOf, whatHappens } from './file-state.ts';
import classes from './GenerateView.module.css';
import { generateStore } from './store.ts';
import { type FileView, textAfter, viewsOf } from './views.ts';

const loadCodeView = async () => (await import('../yaml/CodeView.tsx')).CodeView;
const loadDiffEditor = async () => (await import('../yaml/DiffEditor.tsx')).DiffEditor;

/** The chosen file: what happens to it, what differs, and its text. */
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
  const { path, action } = file;
  const views = useMemo(() => viewsOf(file), [file]);
  const [wanted, setWanted] = useState<string>();
  const view = views.find(({ id }) => id === wanted) ?? views[0];
  const { word, tone } = FILE_STATES[action];
  const happens = whatHappens(file);
  return (
    <>
      <div className={classes.bar}>
        <h2 className={classes.path} style={{ margin: 0 }}>
          {path}
        </h2>
        {views.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label="How to show the file"
            value={view?.id ?? ''}
            onChange={setWanted}
            data={views.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
        <IconButton label="Copy the file" onClick={() => void copyText(textAfter(file), path)}>
          <IconCopy size={18} stroke={1.6} />
        </IconButton>
      </div>
      <div className={classes.fate} data-testid="file-fate">
        <p className={classes.state} data-tone={tone} title={happens}>
          <strong>{word}.</strong> {happens}
        </p>
        <Choices file={file} />
      </div>
      {view && <Content path={path} view={view} />}
    </>
  );
}

function Content({ path, view }: { path: string; view: FileView }) {
  const language = languageOf(path);
  return (
    <div className={classes.code} data-diff={view.kind === 'diff' || undefined} data-testid="file-preview">
      {view.kind === 'conflict' && <ConflictView conflicts={view.conflicts} />}
      {view.kind === 'diff' && (
        <Lazily
          what="the editor"
          load={loadDiffEditor}
          props={{
            original: view.from,
            modified: view.to,
            language,
            originalLabel: view.fromLabel,
            modifiedLabel: view.toLabel,
          }}
        />
      )}
      {view.kind === 'text' && (
        <Lazily
          what="the editor"
          load={loadCodeView}
          props={{ text: view.text, language, label: `Text of ${path}` }}
        />
      )}
    </div>
  );
}
