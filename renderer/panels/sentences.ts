/** A text that begins as a sentence does: messages of the model are written to follow a line's number. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Texts one after the other, each a sentence with its end; empty ones are left out. */
export function inSentences(texts: readonly (string | undefined)[]): string {
  return texts
    .filter((text): text is string => text !== undefined && text !== '')
    .map((text) => sentence(/[.!?]$/.test(text) ? text : `${text}.`))
    .join(' ');
}
