import { documentStore } from '../../state/document.ts';
import { select, selectionStore } from '../../state/selection.ts';
import { announce } from '../state.ts';

/**
 * Renames a component everywhere; the selection goes along.
 *
 * @returns why not, or `undefined` where it was renamed
 */
export function renameComponent(from: string, to: string): string | undefined {
  const { components } = selectionStore.getState();
  const result = documentStore.getState().dispatch({ type: 'rename-component', from, to });
  if (!result.ok)
    return result.problem.expected
      ? `${result.problem.message} Expected: ${result.problem.expected}.`
      : result.problem.message;
  select({ components: [...components].map((name) => (name === from ? to : name)) });
  announce(`Renamed ${from} to ${to}`);
  return undefined;
}
