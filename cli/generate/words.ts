import type { FileOutcome } from '#host/contract';

/** A file's path with what a person has to know about what happens to it. */
export function explained({ path, place, beside, backup, reason }: FileOutcome): string {
  const notes = [
    place !== undefined && `moved by hand to ${place}`,
    reason,
    beside !== undefined && `The new text is in ${beside}.`,
    backup !== undefined && `Yours is put aside as ${backup}.`,
  ].filter(Boolean);
  return notes.length === 0 ? path : `${path} (${notes.join(' ')})`;
}
