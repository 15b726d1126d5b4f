const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const HASH = 35;
const COMMA = 44;

/**
 * Skips white space, line ends and comments.
 *
 * @param text YAML text
 * @param from offset to start at
 * @param commas whether commas are skipped as well (the rest of a flow collection)
 * @returns offset of the next character that means something, or the text's length
 */
export function skipTrivia(text: string, from: number, commas = false): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === HASH && startsComment(text, at)) at = lineEnd(text, at);
    else if (
      code === SPACE ||
      code === TAB ||
      code === LINE_FEED ||
      code === RETURN ||
      (commas && code === COMMA)
    )
      at += 1;
    else break;
  }
  return at;
}

/** A `#` starts a comment only at a line's start or after white space; after a comma flow collections allow it too. */
function startsComment(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return before === SPACE || before === TAB || before === LINE_FEED || before === RETURN || before === COMMA;
}

/** Offset of the line feed that ends the line of `from`, or the text's length. */
export function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}

/** Offset at which the line of `from` starts. */
export function lineStart(text: string, from: number): number {
  return from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1;
}

/** Offset after the line of `from`, its line feed included. */
export function nextLine(text: string, from: number): number {
  const end = lineEnd(text, from);
  return end === text.length ? end : end + 1;
}
