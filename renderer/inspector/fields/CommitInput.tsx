import { TextInput } from '@mantine/core';
import { useDraft } from '../form/use-draft.ts';
import { SuggestInput } from './SuggestInput.tsx';

interface CommitInputProps {
  /** Accessible name. */
  label: string;
  text: string;
  /** Takes what was typed; answers why not, in words. */
  take: (draft: string) => string | undefined;
  suggestions?: readonly string[];
  placeholder?: string | undefined;
  /** A problem of the document here. */
  problem?: string | undefined;
  autoFocus?: boolean;
  mono?: boolean;
}

/** A line of text inside of a list or table: taken when it is left or on Enter. */
export function CommitInput({
  label,
  text,
  take,
  suggestions,
  placeholder,
  problem,
  autoFocus,
  mono,
}: CommitInputProps) {
  const { draft, setDraft, error, commit, handlers } = useDraft(text, take);
  const common = {
    'aria-label': label,
    value: draft,
    error: error ?? problem,
    placeholder,
    autoFocus,
    spellCheck: false,
    ...(mono ? { styles: { input: { fontFamily: 'var(--aw-font-mono)', fontSize: 12 } } } : {}),
    ...handlers,
  };
  if (!suggestions)
    return <TextInput {...common} onChange={(event) => setDraft(event.currentTarget.value)} />;
  return (
    <SuggestInput
      {...common}
      data={[...new Set(suggestions)]}
      limit={12}
      onChange={setDraft}
      onOptionSubmit={commit}
    />
  );
}
