import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { ComponentIcon } from '../app/ComponentIcon.tsx';
import { EmptyState } from '../app/EmptyState.tsx';
import { SearchField } from '../app/SearchField.tsx';
import { SectionHeader } from '../app/SectionHeader.tsx';
import { showComponent } from '../app/show-component.ts';
import { documentStore } from '../state/document.ts';
import { type ProblemCount, problemsByComponent } from '../state/problems.ts';
import { select, selectionStore, toggleComponent } from '../state/selection.ts';
import { searchTree, type TreeNode } from '../tree/rows.ts';
import { TreeView } from '../tree/TreeView.tsx';
import classes from './LeftPanel.module.css';
import { type OutlineItem, outlineOf } from './outline-tree.ts';

/** Every component by context, to find and to select; what is selected on the canvas is shown here too. */
export function Outline() {
  const components = useStore(documentStore, (state) => state.parsed.document.components);
  const problems = useStore(documentStore, (state) => state.problems);
  const selected = useStore(selectionStore, (state) => state.components);
  const [query, setQuery] = useState('');
  const tree = useMemo(() => outlineOf(components), [components]);
  const shown = useMemo(() => searchTree(tree, query, textOf), [tree, query]);
  const counts = useMemo(() => problemsByComponent(problems), [problems]);
  const [last] = [...selected].slice(-1);
  const total = Object.keys(components).length;

  const onSelect = ({ id, data }: TreeNode<OutlineItem>, additive: boolean) => {
    if (data.type === 'context') select({ components: data.names });
    else if (additive) toggleComponent(id);
    else showComponent(id);
  };
  return (
    <>
      <SectionHeader title="Outline" count={total} />
      {total === 0 ? (
        <EmptyState>The components that you add are listed here.</EmptyState>
      ) : (
        <>
          <div className={classes.search}>
            <SearchField label="Search the outline" value={query} onChange={setQuery} />
          </div>
          <div className={classes.tree} data-keys="canvas">
            <TreeView
              label="Components"
              roots={shown}
              selected={selected}
              multiple
              unfolded={query !== ''}
              reveal={last}
              onSelect={onSelect}
              renderRow={(node) => <Row node={node} problems={counts.get(node.id)} />}
            />
          </div>
        </>
      )}
    </>
  );
}

const textOf = ({ label, data }: TreeNode<OutlineItem>) =>
  data.type === 'component'
    ? `${label} ${data.component.kind} ${data.component.engine ?? ''} ${data.component.context ?? ''}`
    : label;

function Row({
  node: { label, data },
  problems,
}: {
  node: TreeNode<OutlineItem>;
  problems: ProblemCount | undefined;
}) {
  if (data.type === 'context') return <span className={classes.context}>{label}</span>;
  return (
    <>
      <ComponentIcon kind={data.component.kind} engine={data.component.engine} size={20} />
      <span className={classes.label}>{label}</span>
      {problems ? (
        <span className={classes.badge} data-severity={problems.severity}>
          <span aria-hidden>{problems.count}</span>
          <span className="aw-hidden">
            {problems.count === 1 ? '1 problem' : `${problems.count} problems`}
          </span>
        </span>
      ) : (
        <span className={classes.engine}>{data.component.engine ?? ''}</span>
      )}
    </>
  );
}
