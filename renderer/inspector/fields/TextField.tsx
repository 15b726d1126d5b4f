import { Textarea, TextInput } from '@mantine/core';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { ArchDocument, Path } from '#model';
import { documentStore } from '../../state/document.ts';
import { componentNames, contextNames } from '../../suggest/calls.ts';
import type { Field } from '../form/field.ts';
import { withUnits } from '../form/value.ts';
import { FieldLabel } from './FieldLabel.tsx';
import { SuggestInput } from './SuggestInput.tsx';
import { useScalar } from './use-field.ts';

const QUANTITIES: ReadonlySet<string> = new Set(['duration', 'rate', 'size', 'cpu', 'percentage']);

/** A text, number or quantity: taken when the field is left or on Enter. */
export function TextField({ field, path }: { field: Field; path: Path }) {
  const { draft, setDraft, error, commit, handlers } = useScalar(field, path);
  const suggestions = useStore(
    documentStore,
    useShallow((state) => suggestionsFor(field, draft, state.parsed.document)),
  );
  const common = {
    label: <FieldLabel field={field} />,
    value: draft,
    error,
    placeholder: placeholderOf(field),
    spellCheck: field.widget === 'multiline',
    ...handlers,
  };
  if (field.widget === 'multiline') {
    return (
      <Textarea
        {...common}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
    );
  }
  if (suggestions.length === 0 && !QUANTITIES.has(field.widget)) {
    const inputMode = field.widget === 'integer' ? 'numeric' : undefined;
    return (
      <TextInput
        {...common}
        inputMode={inputMode}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
    );
  }
  return (
    <SuggestInput
      {...common}
      data={suggestions}
      limit={8}
      onChange={setDraft}
      onOptionSubmit={commit}
      selectFirstOptionOnChange={QUANTITIES.has(field.widget)}
    />
  );
}

function suggestionsFor(field: Field, draft: string, document: ArchDocument): string[] {
  if (field.widget === 'context') return contextNames(document);
  if (field.widget === 'component') return componentNames(document);
  return withUnits(field.widget, draft, String(field.default ?? field.examples[0] ?? ''));
}

function placeholderOf({ default: byDefault, examples }: Field): string | undefined {
  if (byDefault !== undefined) return String(byDefault);
  return examples[0] === undefined ? undefined : `e.g. ${examples[0]}`;
}
