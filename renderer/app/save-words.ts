/** What decides how the save state reads. */
export interface SaveFacts {
  dirty: boolean;
  path: string | null;
  saving: boolean;
  failure: string | null;
  readOnly: boolean;
}

/** The save state in words: what the top bar shows, and what its tooltip adds. */
export function saveWords({ dirty, path, saving, failure, readOnly }: SaveFacts): {
  text: string;
  detail: string;
  tone: 'quiet' | 'edited' | 'error';
} {
  if (saving) return { text: 'Saving...', detail: 'Writing the file', tone: 'quiet' };
  if (failure !== null)
    return { text: `Could not save: ${failure}`, detail: `${failure} Click to try again.`, tone: 'error' };
  if (path === null) {
    const detail = dirty
      ? 'In no file yet; kept safe for recovery. Click to save.'
      : 'In no file yet. Click to save.';
    return { text: dirty ? 'Edited' : 'Not saved yet', detail, tone: dirty ? 'edited' : 'quiet' };
  }
  if (dirty)
    return {
      text: 'Edited',
      detail: `Not in ${path} yet; kept safe for recovery. Click to save.`,
      tone: 'edited',
    };
  return { text: readOnly ? 'Saved, read-only' : 'Saved', detail: path, tone: 'quiet' };
}
