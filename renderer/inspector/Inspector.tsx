import { useStore } from 'zustand';
import { selectionStore } from '../state/selection.ts';
import { ComponentInspector } from './ComponentInspector.tsx';
import { DocumentInspector } from './DocumentInspector.tsx';
import { EdgeInspector } from './EdgeInspector.tsx';
import classes from './Inspector.module.css';
import { leaveOnEscape } from './leave.ts';
import { SelectionInspector } from './SelectionInspector.tsx';

/** What is selected, with everything about it that can be changed. */
export function Inspector() {
  const components = useStore(selectionStore, (state) => state.components);
  const edges = useStore(selectionStore, (state) => state.edges);
  return (
    <section
      className={classes.inspector}
      aria-label="Inspector"
      data-testid="inspector"
      data-inspector
      onKeyDown={leaveOnEscape}
    >
      <Content components={[...components]} edges={[...edges]} />
    </section>
  );
}

function Content({ components, edges }: { components: readonly string[]; edges: readonly string[] }) {
  const [name] = components;
  const [edge] = edges;
  if (components.length + edges.length > 1)
    return <SelectionInspector components={components} edges={edges} />;
  if (name !== undefined) return <ComponentInspector key={name} name={name} />;
  if (edge !== undefined) return <EdgeInspector key={edge} id={edge} />;
  return <DocumentInspector />;
}
