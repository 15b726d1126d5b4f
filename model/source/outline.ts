import { type Enclosed, enclosedEnd } from './enclosed.ts';
import { lineEnd } from './scan.ts';

/** One line of a text that means something, seen without regard to what a parser could make of it. */
export interface OutlineLine {
  /** Offset of its first character that is no white space. */
  start: number;
  end: number;
  /** From 0; of the first character. */
  indent: number;
  /** Offset of the first tab in its indentation. */
  tab: number | undefined;
  /** Columns of its dashes: more than one for a list in a list. */
  dashes: number[];
  /** Column of what follows the dashes; `undefined` where nothing does. */
  column: number | undefined;
  /** It is a key with a colon, or text without one. */
  type: 'key' | 'text' | 'none';
  /** A key or dash without a value: what belongs to it may stand below. */
  opens: boolean;
  /** What is wrong with brackets or quotes that start here. */
  enclosed: Enclosed | undefined;
}

const KEY = /^(?:"[^"\n]*"|'[^'\n]*'|[^\s#"'[{][^\n]*?)[ \t]*:(?=[ \t\r\n]|$)/;
const BLOCK_SCALAR = /^[|>][-+0-9]*[ \t]*(?:#[^\n]*)?\r?$/;
const NOTHING = /^[ \t]*(?:#[^\n]*)?\r?$/;

/**
 * Every line of a text but empty ones, comments and the inside of block scalars, brackets and quotes.
 *
 * @param text the text, however broken
 * @returns the lines in order
 */
export function outlineOf(text: string): OutlineLine[] {
  const lines: OutlineLine[] = [];
  for (let at = 0; at < text.length; ) {
    const end = lineEnd(text, at);
    const lead = /[ \t]*/y;
    lead.lastIndex = at;
    const indentation = lead.exec(text)?.[0] ?? '';
    const start = at + indentation.length;
    if (NOTHING.test(text.slice(start, end))) {
      at = end + 1;
      continue;
    }
    const [line, rest] = readLine(text, at, start, end);
    lines.push(line);
    at = rest;
  }
  return lines;
}

function readLine(text: string, lineAt: number, start: number, end: number): [OutlineLine, number] {
  const dashes: number[] = [];
  let at = start;
  while (text[at] === '-' && /[ \t\r\n]|^$/.test(text[at + 1] ?? '')) {
    dashes.push(at - lineAt);
    at += 1;
    while (text[at] === ' ' || text[at] === '\t') at += 1;
  }
  const tab = text.slice(lineAt, start).indexOf('\t');
  const content = text.slice(at, end);
  const key = KEY.exec(content)?.[0];
  const empty = NOTHING.test(content);
  const valueAt =
    at + (key?.length ?? 0) + (/^[ \t]*/.exec(content.slice(key?.length ?? 0))?.[0].length ?? 0);
  const value = text.slice(valueAt, end);
  const line: OutlineLine = {
    start,
    end,
    indent: start - lineAt,
    tab: tab === -1 ? undefined : lineAt + tab,
    dashes,
    column: empty ? undefined : at - lineAt,
    type: empty ? 'none' : key === undefined ? 'text' : 'key',
    opens: NOTHING.test(value),
    enclosed: undefined,
  };
  const owner = line.column !== undefined && key !== undefined ? line.column : (dashes.at(-1) ?? line.indent);
  if (BLOCK_SCALAR.test(value)) return [line, skipDeeper(text, end + 1, owner)];
  if (!/^["'[{]/.test(value)) return [line, end + 1];
  const inside = enclosedEnd(text, valueAt, skipDeeper(text, end + 1, owner));
  line.enclosed = inside.wrong;
  return [line, inside.wrong === undefined ? lineEnd(text, inside.end) + 1 : end + 1];
}

/** Offset of the next line that stands no further right than a column; a closing bracket there still belongs to the above. */
function skipDeeper(text: string, from: number, column: number): number {
  let at = from;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const indent = line.search(/[^ \t\r]/);
    if (indent !== -1 && indent <= column && !/^[\]}]/.test(line.slice(indent))) return at;
    at = end + 1;
  }
  return text.length;
}
