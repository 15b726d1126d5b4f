import type { Found } from '../source/locate.ts';
import { type Draft, Refusal } from './draft.ts';
import type { Value } from './edit.ts';
import { columnOf, commentAfter, contentEnd, extentOf } from './extent.ts';
import { printAfter, printFlow, printItem } from './print.ts';

/**
 * Writes another value in a value's place. A comment at the end of the key's line stays.
 *
 * @param draft where the changes go
 * @param found the old value
 * @param value the new one
 * @param block whether a map gets lines of its own however small it is
 */
export function replaceValue(draft: Draft, found: Found, value: Value, block = false): void {
  const { text, style } = draft;
  const { start, end, from, after } = extentOf(text, found);
  if (found.key === undefined && found.dash === undefined)
    throw new Refusal('edit/root', 'the whole document cannot be replaced by an edit');
  if (found.inFlow) {
    draft.replace(start, end, (start === end && found.key !== undefined ? ' ' : '') + printFlow(value));
    return;
  }
  const column = columnOf(text, from);
  const printed =
    found.key === undefined
      ? printItem(value, column, style, block)
      : printAfter(value, column, style, block);
  const feed = printed.indexOf(style.eol);
  const head = feed === -1 ? printed : printed.slice(0, feed);
  const below = feed === -1 ? '' : printed.slice(feed);
  replaceLines(draft, { start, end, after }, head, below);
}

/** `head` goes to the line of the key or the dash, `below` under it. */
function replaceLines(
  draft: Draft,
  at: { start: number; end: number; after: number },
  head: string,
  below: string,
): void {
  const { text, style } = draft;
  const { start, end, after } = at;
  const lineEnds = contentEnd(text, after);
  if (start > lineEnds) {
    // The old value stands below its key's line, which may hold a comment.
    draft.replace(after, after, head);
    draft.replace(lineEnds, end, below);
  } else if (below === '') {
    const keepsSpace = start > after && head.startsWith(' ') && start < end;
    if (keepsSpace) draft.replace(start, end, head.slice(1));
    else draft.replace(after, end, head);
  } else if (commentAfter(text, end)) {
    draft.replace(after, end, head);
    draft.insertBelow(end, below.slice(style.eol.length));
  } else {
    draft.replace(after, end, head + below);
  }
}
