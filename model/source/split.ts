/** Offsets of a stretch of text. */
export interface Stretch {
  start: number;
  end: number;
}

/** A section whose parts stand in lines of their own, all at one column: each can be read alone. */
export interface SplitSection extends Stretch {
  key: string;
  type: 'map' | 'list';
  column: number;
  parts: Stretch[];
}

/** Sections that may have thousands of parts. */
const SPLIT: ReadonlySet<string> = new Set(['components', 'connections', 'layouts', 'canvas']);
const HEADER = /^([a-z]+):[ \t]*(?:#[^\n]*)?\r?$/;
/** What may stand before the first key: empty lines and comments. */
const PREAMBLE = /^(?: *(?:#[^\n]*)?\r?\n)*$/;
/** YAML lets a carriage return alone end a line as well; nothing here does. */
const LONE_RETURN = /\r(?!\n)/;
/** A key at a line's start that needs no look around: no marker, no indicator. */
const KEY_START = /[A-Za-z0-9_"'/]/;

/**
 * Splits a text at the lines that start a top-level key. YAML makes everything that belongs to a key's value stand
 * further right (or start with a dash), so a section is readable on its own; where it is not, reading it fails and
 * the whole text is read instead.
 *
 * @param text YAML
 * @returns the sections in order, or `undefined` for texts that use more of YAML than this looks at
 */
export function splitSections(text: string): Stretch[] | undefined {
  if (text.includes('\r') && LONE_RETURN.test(text)) return undefined;
  const starts: number[] = [];
  for (let at = 0; at < text.length; at = lineAfter(text, at)) {
    const first = text[at] ?? '';
    if (first === ' ' || first === '\n' || first === '\r' || first === '#' || first === ']' || first === '}')
      continue;
    if (KEY_START.test(first)) starts.push(at);
    else if (first !== '-' || text.startsWith('---', at)) return undefined;
  }
  if (starts.length === 0 || !PREAMBLE.test(text.slice(0, starts[0]))) return undefined;
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

/**
 * Splits a section into its parts.
 *
 * @param text the whole text
 * @param section a stretch that starts with a top-level key
 * @returns the parts, or `undefined` where the section has to be read as one
 */
export function splitSection(text: string, section: Stretch): SplitSection | undefined {
  const body = lineAfter(text, section.start);
  const key = HEADER.exec(text.slice(section.start, body).replace(/\n$/, ''))?.[1];
  if (key === undefined || !SPLIT.has(key)) return undefined;
  const first = firstContent(text, body, section.end);
  if (first === undefined) return undefined;
  const column = columnOf(text, first);
  const type = isDash(text, first + column) ? 'list' : 'map';
  const starts = partStarts(text, { start: first, end: section.end }, column, type);
  if (starts === undefined) return undefined;
  const parts = starts.map((start, index) => ({ start, end: starts[index + 1] ?? section.end }));
  return { ...section, key, type, column, parts };
}

function partStarts(text: string, body: Stretch, column: number, type: 'map' | 'list'): number[] | undefined {
  const starts: number[] = [];
  for (let at = body.start; at < body.end; at = lineAfter(text, at)) {
    const indent = columnOf(text, at);
    const first = text[at + indent] ?? '\n';
    if (first === '\n' || first === '\r' || first === '#' || indent > column) continue;
    if (indent < column || first === '\t') return undefined;
    if (type === 'list' ? isDash(text, at + indent) : KEY_START.test(first)) starts.push(at);
    else if (at === body.start) return undefined;
  }
  return starts;
}

/** Start of the first line that is neither empty nor a comment. */
function firstContent(text: string, from: number, end: number): number | undefined {
  for (let at = from; at < end; at = lineAfter(text, at)) {
    const first = text[at + columnOf(text, at)] ?? '\n';
    if (first !== '\n' && first !== '\r' && first !== '#') return at;
  }
  return undefined;
}

function columnOf(text: string, lineStart: number): number {
  let at = lineStart;
  while (text.charCodeAt(at) === 32) at += 1;
  return at - lineStart;
}

function isDash(text: string, at: number): boolean {
  const next = text[at + 1] ?? '\n';
  return text[at] === '-' && (next === ' ' || next === '\n' || next === '\r');
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}
