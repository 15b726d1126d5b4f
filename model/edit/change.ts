import type { TextChange } from './edit.ts';

/**
 * Applies changes to a text.
 *
 * @param text the text that the offsets refer to
 * @param changes in order, not overlapping
 */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = '';
  let at = 0;
  for (const change of changes) {
    result += text.slice(at, change.offset) + change.insert;
    at = change.offset + change.remove;
  }
  return result + text.slice(at);
}

/**
 * Changes that take other changes back.
 *
 * @param text the text before the changes
 * @param changes in order, not overlapping
 * @returns changes of the text after them; applied to it they give the very text before
 */
export function invertChanges(text: string, changes: readonly TextChange[]): TextChange[] {
  let shift = 0;
  return changes.map((change) => {
    const inverse = {
      offset: change.offset + shift,
      remove: change.insert.length,
      insert: text.slice(change.offset, change.offset + change.remove),
    };
    shift += change.insert.length - change.remove;
    return inverse;
  });
}

/** @returns why changes cannot be applied to a text of this length, or `undefined` */
export function misplaced(length: number, changes: readonly TextChange[]): string | undefined {
  let at = 0;
  for (const { offset, remove } of changes) {
    if (!Number.isInteger(offset) || !Number.isInteger(remove) || remove < 0 || offset < at)
      return 'the changes are not in order or overlap';
    at = offset + remove;
  }
  return at > length ? 'the changes go beyond the end of the text' : undefined;
}
