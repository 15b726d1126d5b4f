import type { TextChange } from '#model';

/**
 * The smallest single change that turns one text into another: what lies between their common start and end.
 *
 * @returns the change, or `undefined` where the texts are equal
 */
export function changeBetween(from: string, to: string): TextChange | undefined {
  if (from === to) return undefined;
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++;
  let end = 0;
  while (
    end < shorter - start &&
    from.charCodeAt(from.length - 1 - end) === to.charCodeAt(to.length - 1 - end)
  ) {
    end++;
  }
  return { offset: start, remove: from.length - start - end, insert: to.slice(start, to.length - end) };
}
