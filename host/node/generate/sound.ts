import { loadAll } from 'js-yaml';

/**
 * Whether a merge kept a text readable. Two changes in different places can each be right and still make a mapping with
 * one key twice, or a list without a comma.
 *
 * @returns false where both sides can be read in their format and the merged text cannot
 */
export function isSound(path: string, merged: string, sides: readonly string[]): boolean {
  const read = readerOf(path);
  return !read || reads(read, merged) || !sides.every((side) => reads(read, side));
}

function readerOf(path: string): ((text: string) => unknown) | undefined {
  if (path.endsWith('.json')) return JSON.parse;
  return /\.ya?ml$/.test(path) ? (text) => loadAll(text) : undefined;
}

function reads(read: (text: string) => unknown, text: string): boolean {
  try {
    read(text);
    return true;
  } catch {
    return false;
  }
}
