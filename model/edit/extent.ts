import type { Found } from '../source/locate.ts';
import { lineEnd, lineStart, skipTrivia } from '../source/scan.ts';

const BYTE_ORDER_MARK = 0xfeff;

/** Absolute offsets of a value and of what leads to it. */
export interface Extent {
  /** Where the value starts. */
  start: number;
  /** Offset after the value. */
  end: number;
  /** Where its key starts, or its dash, or the value where it has neither. */
  from: number;
  /** Offset after its key's colon or its dash. */
  after: number;
}

/** @param text the text @param found what was found in it */
export function extentOf(text: string, found: Found): Extent {
  const start = found.node.start + found.base;
  const end = found.node.end + found.base;
  if (found.key !== undefined) {
    const keyEnd = found.key.node.end + found.key.base;
    const colon = skipTrivia(text, keyEnd);
    return {
      start,
      end,
      from: found.key.node.start + found.key.base,
      after: text[colon] === ':' ? colon + 1 : keyEnd,
    };
  }
  if (found.dash !== undefined && !found.inFlow)
    return { start, end, from: found.dash, after: found.dash + 1 };
  return { start, end, from: start, after: start };
}

/** Offset of the first character of a line, a byte order mark left out. */
export function lineFrom(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return start === 0 && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start;
}

/** Column (from 0) of an offset. */
export function columnOf(text: string, offset: number): number {
  return offset - lineFrom(text, offset);
}

/** Whether only white space stands before an offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  return text.slice(lineFrom(text, offset), offset).trim() === '';
}

/** Whether a comment follows an offset on its line. */
export function commentAfter(text: string, offset: number): boolean {
  return /^[ \t]+#/.test(text.slice(offset, lineEnd(text, offset)));
}

/** Offset after the last character of a line, before its line ending. */
export function contentEnd(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return end > 0 && text[end - 1] === '\r' ? Math.max(offset, end - 1) : end;
}
