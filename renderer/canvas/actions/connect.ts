import { catalog } from '#catalog';
import { type Connectable, canConnect, type Edit } from '#model';
import { documentStore } from '../../state/document.ts';
import { select } from '../../state/selection.ts';
import { announce, canvasStore } from '../state.ts';

/** Whether a connection may be drawn in the open document, or why not. */
export function connectable(from: string, to: string): Connectable {
  return canConnect(documentStore.getState().parsed.document, catalog.vocabulary, from, to);
}

/** The edit that draws a connection; it speaks what its target speaks. */
export const connectEdit = (from: string, to: string): Edit => ({
  type: 'connect',
  connection: { from, to },
});

/**
 * Draws a connection and selects it.
 *
 * @returns why not, or `undefined` where it was drawn
 */
export function connect(from: string, to: string): string | undefined {
  const verdict = connectable(from, to);
  if (!verdict.ok) return verdict.reason;
  const result = documentStore.getState().dispatch(connectEdit(from, to));
  if (!result.ok) return result.problem.message;
  const edge = documentStore.getState().edges.find((each) => each.from === from && each.to === to);
  if (edge) select({ edges: [edge.id] });
  announce(`Connected ${from} to ${to} by ${verdict.protocol}`);
  return undefined;
}

/** Components that a connection may go to, nearest first. */
export function targetsOf(from: string): string[] {
  const { scene } = canvasStore.getState();
  const start = scene.rects.get(from);
  if (!start) return [];
  const distance = (name: string) => {
    const rect = scene.rects.get(name);
    return rect ? Math.hypot(rect.x - start.x, rect.y - start.y) : Number.POSITIVE_INFINITY;
  };
  return scene.names.filter((name) => connectable(from, name).ok).sort((a, b) => distance(a) - distance(b));
}
