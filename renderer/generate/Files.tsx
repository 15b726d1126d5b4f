import { Loader, Tooltip } from '@mantine/core';
import { IconFile, IconFolder } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { EmptyState } from '../app/EmptyState.tsx';
import { CommandButton } from '../app/IconButton.tsx';
import { SearchField } from '../app/SearchField.tsx';
import { SectionHeader } from '../app/SectionHeader.tsx';
import { commandOf } from '../commands/registry.ts';
import { documentStore } from '../state/document.ts';
import { searchTree, type TreeNode } from '../tree/rows.ts';
import { TreeView } from '../tree/TreeView.tsx';
import { FILE_STATES } from './file-state.ts';
import { type FileItem, fileTreeOf } from './file-tree.ts';
import classes from './GenerateView.module.css';
import { type Action, Summary } from './Summary.tsx';
import { generateStore } from './store.ts';

/** The generated files as a tree, each with how it stands towards the output folder. */
export function Files() {
  const preview = useStore(generateStore, (state) => state.preview);
  const loading = useStore(generateStore, (state) => state.loading);
  const selected = useStore(generateStore, (state) => state.selected);
  const valid = useStore(documentStore, (state) => state.parsed.valid);
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState<Action | null>(null);
  // Once there is no such file any more, all are shown again.
  const action = preview?.files.some((file) => file.action === wanted) ? wanted : null;
  const tree = useMemo(() => {
    const files = preview?.files ?? [];
    return fileTreeOf(action === null ? files : files.filter((file) => file.action === action));
  }, [preview, action]);
  const shown = useMemo(() => searchTree(tree, query, (node) => node.id), [tree, query]);
  return (
    <section className={classes.files} aria-label="Generated files">
      <SectionHeader title="Files" {...(preview ? { count: preview.files.length } : {})}>
        {loading && <Loader size={14} aria-label="Generating" />}
        <CommandButton command={commandOf('generate.refresh')} size="sm" />
      </SectionHeader>
      {preview ? (
        <>
          <div className={classes.search}>
            <SearchField label="Search the files" value={query} onChange={setQuery} />
          </div>
          <Summary files={preview.files} chosen={action} onChoose={setWanted} />
          <div className={classes.tree} data-testid="file-tree">
            <TreeView
              label="Generated files"
              roots={shown}
              selected={new Set(selected === null ? [] : [selected])}
              unfolded={query !== '' || action !== null}
              foldedAtFirst={({ id }) => id.endsWith('/')}
              onSelect={({ id, data }) => data.type === 'file' && generateStore.setState({ selected: id })}
              renderRow={(node) => <Row node={node} />}
            />
          </div>
        </>
      ) : (
        <EmptyState>
          {valid ? 'The files appear here in a moment.' : 'Mend the errors of the document to see its files.'}
        </EmptyState>
      )}
    </section>
  );
}

function Row({ node: { label, data } }: { node: TreeNode<FileItem> }) {
  if (data.type === 'folder') {
    return (
      <>
        <IconFolder size={16} stroke={1.6} className={classes.rowIcon} aria-hidden />
        <span className={classes.name}>{label}</span>
      </>
    );
  }
  const { letter, word, explanation, tone } = FILE_STATES[data.file.action];
  return (
    <>
      <IconFile size={16} stroke={1.6} className={classes.rowIcon} aria-hidden />
      <span className={data.file.action === 'remove' ? `${classes.name} ${classes.removed}` : classes.name}>
        {label}
      </span>
      {letter !== '' && (
        <Tooltip label={`${word}. ${explanation}`} multiline maw={260}>
          <span className={classes.letter} data-tone={tone}>
            <span aria-hidden>{letter}</span>
            <span className="aw-hidden">{word}</span>
          </span>
        </Tooltip>
      )}
    </>
  );
}
