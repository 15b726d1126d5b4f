/** How a text is stored, apart from what it says: editors and git on Windows change it, and that is no edit. */
export interface TextShape {
  /** Begins with a byte order mark. */
  mark: boolean;
  /** Every line ends in `\r\n`. */
  crlf: boolean;
}

const MARK = '\ufeff';

/** A text whose lines end differently counts as ending in `\n`: then every `\r` stays where somebody put it. */
export function shapeOf(text: string): TextShape {
  const crlf = text.includes('\r\n') && !/(^|[^\r])\n/.test(text);
  return { mark: text.startsWith(MARK), crlf };
}

/** @returns the text as Archwright itself would write it: no mark, lines end in `\n` */
export function plain(text: string): string {
  const unmarked = text.startsWith(MARK) ? text.slice(1) : text;
  return unmarked.includes('\r') ? unmarked.replaceAll('\r\n', '\n') : unmarked;
}

/** @param text a plain one */
export function inShape(text: string, { mark, crlf }: TextShape): string {
  return (mark ? MARK : '') + (crlf ? text.replaceAll('\n', '\r\n') : text);
}
