import type { Edit, GraphEdge } from '#model';
import { documentStore } from '../../state/document.ts';
import { clearSelection, selectionStore } from '../../state/selection.ts';
import { countedNames } from '../../state/titles.ts';
import { notify } from '../notify.ts';
import { announce, canvasStore } from '../state.ts';

/** Deletes what is selected: components with all that refers to them, and drawn connections. It can be undone. */
export function removeSelected(): void {
  const { components, edges } = selectionStore.getState();
  const { scene } = canvasStore.getState();
  const chosen = [...edges]
    .flatMap((id) => scene.edgeById.get(id) ?? [])
    .filter(({ from, to }) => !components.has(from) && !components.has(to));
  const drawn = chosen.filter(isDrawn);
  const kept = chosen.filter((edge) => !drawn.includes(edge) || edge.origins.length > 1);
  const edits: Edit[] = [
    ...drawn.map(({ from, to }): Edit => ({ type: 'disconnect', from, to })),
    ...[...components].map((name): Edit => ({ type: 'remove-component', name })),
  ];
  if (edits.length > 0) perform(edits, inWords([...components], drawn));
  if (kept[0]) notify({ message: whyKept(kept[0]) });
}

function perform(edits: Edit[], what: string): void {
  const { dispatch, undo } = documentStore.getState();
  const [only] = edits;
  const title = `delete ${what}`;
  const result = dispatch(edits.length === 1 && only ? only : { type: 'batch', title, edits }, { title });
  if (!result.ok) {
    notify({ message: result.problem.message });
    return;
  }
  clearSelection();
  const { revision, id } = documentStore.getState();
  const undoThis = () => {
    const now = documentStore.getState();
    if (now.id === id && now.revision === revision) undo();
    else notify({ message: 'The document has changed since; use Undo to go back step by step.' });
  };
  notify({ message: `Deleted ${what}`, action: { title: 'Undo', run: undoThis } });
  announce(`Deleted ${what}`);
}

function inWords(components: readonly string[], connections: readonly GraphEdge[]): string {
  const parts: string[] = [];
  if (components.length > 0) parts.push(countedNames(components));
  const [first] = connections;
  if (first)
    parts.push(
      connections.length === 1
        ? `connection from ${first.from} to ${first.to}`
        : `${connections.length} connections`,
    );
  return parts.join(' and ');
}

/** Whether somebody drew the edge, so that it can be deleted as such. */
export const isDrawn = (edge: GraphEdge): boolean => edge.origins.includes('connection');

/** Why an edge stays on the canvas: something in the document says what flows there. */
export function whyKept(edge: GraphEdge): string {
  const by = edge.calls.map(({ operation }) => operation);
  const operations = [...new Set(by)];
  if (operations.length > 0)
    return `${edge.from} still calls ${edge.to} in ${operations.join(', ')}: delete the calls there.`;
  if (edge.origins.includes('consume'))
    return `${edge.to} still consumes ${edge.topics.join(', ')} from ${edge.from}: change its operations.`;
  if (edge.origins.includes('route'))
    return `${edge.from} still routes to ${edge.to}: delete the route there.`;
  return `The workload of ${edge.from} still asks for operations of ${edge.to}: change its mix.`;
}
