import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { type DocumentState, documentStore } from '../state/document.ts';
import { type Selection, selectionStore } from '../state/selection.ts';
import { type ViewState, viewStore } from '../state/view.ts';
import type { CommandContext } from './command.ts';

const documentFacts = (state: DocumentState) => ({
  dirty: state.dirty,
  path: state.path,
  canUndo: state.canUndo,
  canRedo: state.canRedo,
  undoTitle: state.undoTitle,
  redoTitle: state.redoTitle,
  componentCount: Object.keys(state.parsed.document.components).length,
});
const selectionFacts = ({ components, edges }: Selection) => ({
  components: [...components],
  edges: [...edges],
});
const viewFacts = ({ tab, welcome }: ViewState) => ({ tab, open: !welcome });

/** What commands may know, now. */
export function commandContext(): CommandContext {
  return {
    ...viewFacts(viewStore.getState()),
    ...selectionFacts(selectionStore.getState()),
    ...documentFacts(documentStore.getState()),
  };
}

/** What commands may know, for a component that shows commands: it is drawn anew only when one of the facts changes. */
export function useCommandContext(): CommandContext {
  const view = useStore(viewStore, useShallow(viewFacts));
  const selection = useStore(selectionStore);
  const document = useStore(documentStore, useShallow(documentFacts));
  return { ...view, ...selectionFacts(selection), ...document };
}
