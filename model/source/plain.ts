import type { Scalar } from './node.ts';
import { FORBIDDEN_KEYS } from './node.ts';
import { END, isBreak, isLineEnd, plainEnd, quotedEnd, SPACE, startsPlain } from './plain-scan.ts';
import { resolvePlain } from './scalar.ts';

/** Deeper nesting is left to the library, which knows where it has to stop. */
const MAX_PLAIN_DEPTH = 30;
const DASH = 45;
const COLON = 58;
const COMMA = 44;
const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;

/**
 * Reads the values, and only them, of the YAML that nearly every document is written in: block maps and lists,
 * collections in brackets on one line, plain and simply quoted scalars on one line, comments. A reader stands at an
 * offset and steps on with each method; a method that meets anything else, or anything wrong, returns `undefined`,
 * and the reader is then of no more use: the library has to read that text.
 */
export class PlainReader {
  readonly #text: string;
  #at = 0;
  /** Column of the next line's first character that means something; -1 at the end of the text. */
  #column = 0;
  #end = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset of what is read next. */
  get at(): number {
    return this.#at;
  }

  /** Offset after the last value. */
  get end(): number {
    return this.#end;
  }

  /** Column of the line that is read next; -1 at the end of the text. */
  get column(): number {
    return this.#column;
  }

  /** From a line's start: skips empty lines and comments. @returns false where a tab or the like stands */
  toContent(): boolean {
    const text = this.#text;
    for (;;) {
      const start = this.#at;
      this.#skipSpaces();
      this.#column = this.#at >= text.length ? -1 : this.#at - start;
      if (this.#column === -1 || !isLineEnd(text, this.#at)) return true;
      if (!this.#endLine()) return false;
    }
  }

  /** A plain key with its colon; the reader then stands behind that. */
  key(flow: boolean): string | undefined {
    const value = this.#plain(flow);
    if (value === undefined || value === null || this.#text.charCodeAt(this.#at) !== COLON) return undefined;
    this.#at += 1;
    if (!isBreak(this.#text.charCodeAt(this.#at))) return undefined;
    const key = String(value);
    return FORBIDDEN_KEYS.has(key) ? undefined : key;
  }

  /** What follows a key's colon: on its line, or a block below that stands further right. */
  valueOf(column: number): unknown {
    const colon = this.#at;
    this.#skipSpaces();
    if (!this.#atLineEnd()) return this.#restOfLine();
    if (!this.#nextContent()) return undefined;
    if (this.#column > column || (this.#column === column && this.atDash())) return this.#block(this.#column);
    this.#end = colon;
    return null;
  }

  atDash(): boolean {
    return this.#text.charCodeAt(this.#at) === DASH && isBreak(this.#text.charCodeAt(this.#at + 1));
  }

  /** What follows a dash at a column: a value or a block on its line, or a block below. */
  itemOf(column: number): unknown {
    const dash = this.#at;
    this.#at += 1;
    this.#skipSpaces();
    if (!this.#atLineEnd()) {
      const inner = column + this.#at - dash;
      return this.atDash() || this.#atKey() ? this.#block(inner) : this.#restOfLine();
    }
    if (!this.#nextContent()) return undefined;
    if (this.#column > column) return this.#block(this.#column);
    this.#end = dash + 1;
    return null;
  }

  #skipSpaces(): void {
    while (this.#text.charCodeAt(this.#at) === SPACE) this.#at += 1;
  }

  #atLineEnd(): boolean {
    return this.#at >= this.#text.length || isLineEnd(this.#text, this.#at);
  }

  /** Skips spaces, a comment and the line's end. */
  #endLine(): boolean {
    this.#skipSpaces();
    if (!this.#atLineEnd()) return false;
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end === -1 ? this.#text.length : end + 1;
    return true;
  }

  #nextContent(): boolean {
    return this.#endLine() && this.toContent();
  }

  #restOfLine(): unknown {
    const value = this.#inline(false);
    return value !== undefined && this.#nextContent() ? value : undefined;
  }

  /** A map or list whose entries start at a column; the reader stands at the first. */
  #block(column: number): unknown {
    if (this.#depth >= MAX_PLAIN_DEPTH) return undefined;
    this.#depth += 1;
    const value = this.atDash() ? this.#blockList(column) : this.#blockMap(column);
    this.#depth -= 1;
    // A line that stands between this block and what holds it belongs to neither.
    return this.#column > column ? undefined : value;
  }

  #blockMap(column: number): unknown {
    const map: Record<string, unknown> = {};
    do {
      const key = this.key(false);
      const value = key === undefined ? undefined : this.valueOf(column);
      if (key === undefined || value === undefined || Object.hasOwn(map, key)) return undefined;
      map[key] = value;
    } while (this.#column === column);
    return map;
  }

  #blockList(column: number): unknown {
    const list: unknown[] = [];
    do {
      const value = this.itemOf(column);
      if (value === undefined) return undefined;
      list.push(value);
    } while (this.#column === column && this.atDash());
    return list;
  }

  #atKey(): boolean {
    if (!startsPlain(this.#text, this.#at)) return false;
    const end = plainEnd(this.#text, this.#at, false);
    return end !== END && this.#text.charCodeAt(end) === COLON;
  }

  /** A value on one line: collection in brackets, quoted or plain scalar. */
  #inline(flow: boolean): unknown {
    switch (this.#text.charCodeAt(this.#at)) {
      case OPEN_MAP:
        return this.#flow(CLOSE_MAP);
      case OPEN_LIST:
        return this.#flow(CLOSE_LIST);
      case QUOTE:
      case DOUBLE_QUOTE:
        return this.#quoted();
      default:
        return this.#plain(flow);
    }
  }

  #plain(flow: boolean): Scalar | undefined {
    const start = this.#at;
    if (!startsPlain(this.#text, start)) return undefined;
    const stop = plainEnd(this.#text, start, flow);
    if (stop === END) return undefined;
    let end = stop;
    while (this.#text.charCodeAt(end - 1) === SPACE) end -= 1;
    this.#at = stop;
    this.#end = end;
    return resolvePlain(this.#text.slice(start, end));
  }

  #quoted(): string | undefined {
    const start = this.#at;
    const end = quotedEnd(this.#text, start);
    if (end === END) return undefined;
    this.#at = end;
    this.#end = end;
    return this.#text.slice(start + 1, end - 1);
  }

  #flow(close: number): unknown {
    if (this.#depth >= MAX_PLAIN_DEPTH) return undefined;
    this.#depth += 1;
    this.#at += 1;
    this.#skipSpaces();
    const value = close === CLOSE_MAP ? this.#flowMap() : this.#flowList();
    this.#depth -= 1;
    this.#end = this.#at;
    return value;
  }

  #flowMap(): unknown {
    const map: Record<string, unknown> = {};
    if (this.#text.charCodeAt(this.#at) === CLOSE_MAP) {
      this.#at += 1;
      return map;
    }
    do {
      const key = this.key(true);
      this.#skipSpaces();
      const value = key === undefined ? undefined : this.#inline(true);
      if (key === undefined || value === undefined || Object.hasOwn(map, key)) return undefined;
      map[key] = value;
    } while (this.#comma());
    return this.#closed(CLOSE_MAP) ? map : undefined;
  }

  #flowList(): unknown {
    const list: unknown[] = [];
    if (this.#text.charCodeAt(this.#at) === CLOSE_LIST) {
      this.#at += 1;
      return list;
    }
    do {
      const value = this.#inline(true);
      if (value === undefined) return undefined;
      list.push(value);
    } while (this.#comma());
    return this.#closed(CLOSE_LIST) ? list : undefined;
  }

  /** Steps over a comma and the spaces around it, if one is there. */
  #comma(): boolean {
    this.#skipSpaces();
    if (this.#text.charCodeAt(this.#at) !== COMMA) return false;
    this.#at += 1;
    this.#skipSpaces();
    return true;
  }

  #closed(close: number): boolean {
    this.#at += 1;
    return this.#text.charCodeAt(this.#at - 1) === close;
  }
}
