import type { PlannedFileState } from '#host/contract';

export type Conflict = NonNullable<PlannedFileState['conflicts']>[number];

/** One way to look at a file. */
export type FileView = { id: string; label: string } & (
  | { kind: 'text'; text: string }
  | { kind: 'diff'; from: string; to: string; fromLabel: string; toLabel: string }
  | { kind: 'conflict'; conflicts: readonly Conflict[] }
);

/** The ways to look at a file, the most telling one first. */
export function viewsOf(file: PlannedFileState): FileView[] {
  const { action, content, current, base, conflicts = [] } = file;
  const views: FileView[] = [];
  const after = textAfter(file);
  if (conflicts.length > 0) views.push({ id: 'conflict', label: 'Conflict', kind: 'conflict', conflicts });
  if (current !== null && (action === 'update' || action === 'merge'))
    views.push(diff('change', 'What changes', [current, 'In the folder'], [after, 'After writing']));
  if (current !== null && (action === 'conflict' || action === 'foreign'))
    views.push(diff('both', 'Yours and new', [current, 'In the folder'], [content, 'Generated']));
  if (typeof base === 'string') {
    if (current !== null)
      views.push(diff('mine', 'Your changes', [base, 'Last generated'], [current, 'In the folder']));
    views.push(diff('new', 'New changes', [base, 'Last generated'], [content, 'Generated']));
  }
  const different = views.filter((view) => view.kind !== 'diff' || view.from !== view.to);
  return [...different, { id: 'text', label: 'Text', kind: 'text', text: after }];
}

/** What will stand there once the files are written; of a file that is not there, what was generated for it. */
export function textAfter({ action, content, current, result }: PlannedFileState): string {
  const written = action === 'create' || action === 'update' || action === 'merge';
  return written ? (result ?? content) : (current ?? content);
}

function diff(
  id: string,
  label: string,
  [from, fromLabel]: [string, string],
  [to, toLabel]: [string, string],
): FileView {
  return { id, label, kind: 'diff', from, to, fromLabel, toLabel };
}
