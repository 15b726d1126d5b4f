import type { Edit, EditResult, Path, Value } from '#model';
import { documentStore } from '../../state/document.ts';

/** Applies an edit of the inspector. @returns why it was refused, in words; `undefined` where it was taken */
export function apply(edit: Edit, title?: string): string | undefined {
  return refusal(documentStore.getState().dispatch(edit, title === undefined ? {} : { title }));
}

/** Sets what stands at a path; `undefined` removes it. */
export function setAt(path: Path, value: Value | undefined): string | undefined {
  return apply({ type: 'set', path, value });
}

/** Renames a map's key; the entry keeps its place. */
export function renameAt(path: Path, to: string): string | undefined {
  return apply({ type: 'rename-key', path, to });
}

function refusal(result: EditResult): string | undefined {
  if (result.ok) return undefined;
  const { message, expected } = result.problem;
  return expected === undefined ? message : `${message} Expected ${expected}.`;
}
