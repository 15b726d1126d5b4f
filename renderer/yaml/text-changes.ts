import { diffArrays } from 'diff';
import type { TextChange } from '#model';
import { changeBetween } from '../state/text-diff.ts';

/** Most lines between common start and end that are compared one by one; above, they are replaced as a whole. */
const MOST_LINES = 4000;

/**
 * Small changes that turn one text into another, so that cursors, folds and scroll positions between them stay where they are.
 * Changes are in order, do not overlap, and count in UTF-16 units of the text before.
 */
export function changesBetween(from: string, to: string): TextChange[] {
  const whole = changeBetween(from, to);
  if (!whole) return [];
  // Widened to whole lines, so that what follows compares lines with lines.
  const start = whole.offset === 0 ? 0 : from.lastIndexOf('\n', whole.offset - 1) + 1;
  const end = whole.offset + whole.remove;
  const before = linesOf(from.slice(start, end));
  const after = linesOf(to.slice(start, whole.offset + whole.insert.length));
  if (before.length + after.length < 4 || before.length + after.length > MOST_LINES) return [whole];

  const changes: TextChange[] = [];
  let offset = start;
  let open: TextChange | undefined;
  for (const { value, added, removed } of diffArrays(before, after)) {
    const text = value.join('');
    if (!added && !removed) {
      open = undefined;
      offset += text.length;
      continue;
    }
    if (!open) {
      open = { offset, remove: 0, insert: '' };
      changes.push(open);
    }
    if (added) open.insert += text;
    if (removed) {
      open.remove += text.length;
      offset += text.length;
    }
  }
  return changes.map((change) => trimmed(from, change));
}

/** Lines with their ends; the last one may have none. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** The change without what both sides of it have in common. */
function trimmed(from: string, { offset, remove, insert }: TextChange): TextChange {
  const inner = changeBetween(from.slice(offset, offset + remove), insert);
  return inner ? { ...inner, offset: inner.offset + offset } : { offset, remove: 0, insert: '' };
}
