import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Path, Value } from '#model';
import { documentStore } from '../../state/document.ts';
import { setAt } from '../form/edit.ts';
import type { Field } from '../form/field.ts';
import { type Draft, useDraft } from '../form/use-draft.ts';
import { problemsAt, rawAt, refusalOf, textOf, valueFrom } from '../form/value.ts';

/** What stands at a path of the document's text. */
export function useRaw(path: Path): unknown {
  return useStore(documentStore, (state) => rawAt(state.parsed, path));
}

/** First problem at exactly this path, in words. */
export function useProblem(path: Path, below = false): string | undefined {
  const found = useStore(
    documentStore,
    useShallow((state) =>
      problemsAt(state.problems, path).filter((problem) => below || problem.path.length === path.length),
    ),
  );
  const [problem] = found;
  return problem && [problem.message, problem.hint].filter(Boolean).join(' ');
}

/** A scalar field: its draft, checked against the schema before the document is touched, and its problem. */
export function useScalar(field: Field, path: Path): Draft & { value: unknown } {
  const value = useRaw(path);
  const problem = useProblem(path);
  const take = (draft: string) => {
    const next: Value | undefined = valueFrom(draft, field.widget, field.schema);
    return refusalOf(next, field.schema) ?? setAt(path, next);
  };
  const draft = useDraft(textOf(value), take, field.widget === 'multiline');
  return { ...draft, value, error: draft.error ?? problem };
}
