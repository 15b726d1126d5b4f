import { type FocusEvent, type KeyboardEvent, useEffect, useState } from 'react';

/** A text that is typed and taken when the field is left. */
export interface Draft {
  draft: string;
  setDraft(draft: string): void;
  /** Why the draft was not taken; it stays in the field until it is mended or given up. */
  error: string | undefined;
  /** Takes a text at once, as when a suggestion is chosen. */
  commit(text?: string): void;
  /** For the input element: leaving it or Enter takes the draft, Escape gives it up. */
  handlers: {
    onBlur: (event: FocusEvent<HTMLElement>) => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/**
 * A field's draft: nothing that was typed is lost when it is not valid, and the document is only touched by what is.
 *
 * @param text what the document holds
 * @param take takes a draft; answers why not, in words
 * @param multiline Enter is a part of the text
 */
export function useDraft(
  text: string,
  take: (draft: string) => string | undefined,
  multiline = false,
): Draft {
  const [draft, setDraft] = useState(text);
  const [error, setError] = useState<string>();
  useEffect(() => {
    setDraft(text);
    setError(undefined);
  }, [text]);

  const commit = (wanted = draft) => {
    setDraft(wanted);
    setError(wanted === text ? undefined : take(wanted));
  };
  return {
    draft,
    setDraft,
    error,
    commit,
    handlers: {
      onBlur: () => commit(),
      onKeyDown: (event) => {
        if (event.key === 'Enter' && !multiline && !event.nativeEvent.isComposing) commit();
        if (event.key !== 'Escape' || draft === text) return;
        event.stopPropagation();
        setDraft(text);
        setError(undefined);
      },
    },
  };
}
