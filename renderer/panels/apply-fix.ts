import type { Fix } from '#model';
import { documentStore } from '../state/document.ts';

/**
 * Mends a problem, as one step that can be undone.
 *
 * @returns why not, in words; `undefined` where it worked
 */
export function applyFix({ title, edits }: Fix): string | undefined {
  const result = documentStore.getState().dispatch({ type: 'batch', title, edits }, { title });
  return result.ok ? undefined : result.problem.message;
}
