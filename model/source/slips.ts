import type { Flaw } from './node.ts';
import { type OutlineLine, outlineOf } from './outline.ts';

/** One column at which entries stand, and the line that is the first or latest of them. */
interface Level {
  column: number;
  list: boolean;
  line: number;
  entries: number;
  /** Levels that its latest line closed: it may have been meant to belong to one of them. */
  closed: readonly Level[];
}

/**
 * Slips of the kind that people make: a line one space too far left or right, a tab, a bracket or quote left open, a
 * missing colon or space. They are suspicions: legal YAML can look like them, so they are used where a text cannot be
 * read, and tell its cause where a parser tells only what it met after that.
 *
 * @param text YAML
 * @param lineOf line number, from 1, of an offset
 * @returns the slips in the order of the text
 */
export function slipsOf(text: string, lineOf: (offset: number) => number): Flaw[] {
  const finder = new SlipFinder(text, outlineOf(text), lineOf);
  return finder.all().sort((a, b) => a.start - b.start);
}

class SlipFinder {
  readonly #text: string;
  readonly #lines: readonly OutlineLine[];
  readonly #lineOf: (offset: number) => number;
  readonly #slips: Flaw[] = [];
  #levels: Level[] = [];

  constructor(text: string, lines: readonly OutlineLine[], lineOf: (offset: number) => number) {
    this.#text = text;
    this.#lines = lines;
    this.#lineOf = lineOf;
  }

  all(): Flaw[] {
    this.#lines.forEach((line, index) => {
      this.#look(line, index);
    });
    return this.#slips;
  }

  #look(line: OutlineLine, index: number): void {
    if (line.tab !== undefined)
      this.#tell('a tab indents this line', line.tab, line.tab + 1, 'indent with spaces');
    else this.#place(line, index);
    if (line.enclosed === undefined) return;
    const { at, problem } = line.enclosed;
    const character = this.#text[at] ?? '';
    const quote = character === '"' || character === "'";
    if (problem === 'surplus')
      this.#tell(
        `this ${character} closes nothing`,
        at,
        at + 1,
        `remove it, or open it on line ${this.#lineOf(at)}`,
      );
    else
      this.#tell(
        quote
          ? `the quote that ${character} opens is never closed`
          : `the bracket ${character} is never closed`,
        at,
        at + 1,
        `close it on line ${this.#lineOf(at)}`,
      );
  }

  #place(line: OutlineLine, index: number): void {
    const before = this.#lines[index - 1];
    const top = this.#levels.at(-1);
    if (top !== undefined && line.indent > top.column) {
      if (before?.opens === false) {
        // Text may go on further right on the next line, but a key or an item cannot start there.
        if (line.type === 'key' || line.dashes.length > 0) this.#misplaced(line, top);
        return;
      }
      if (line.type === 'text' && line.dashes.length === 0 && this.#lacksColon(line, index)) return;
      this.#push(line, index, []);
      return;
    }
    const closed: Level[] = [];
    while ((this.#levels.at(-1)?.column ?? -1) > line.indent) closed.push(this.#levels.pop() as Level);
    const level = this.#levels.at(-1);
    if (level === undefined || level.column < line.indent) {
      if (closed.length > 0) this.#between(line, index, level, closed);
      this.#push(line, index, closed);
    } else this.#beside(line, index, level, closed);
  }

  /** A line at the column of an open level. */
  #beside(line: OutlineLine, index: number, level: Level, closed: readonly Level[]): void {
    const isItem = line.dashes.length > 0;
    if (isItem !== level.list) {
      const list = closed.find((candidate) => candidate.list);
      if (isItem) {
        if (list !== undefined && this.#lines[index - 1]?.opens !== true) this.#misplaced(line, list);
        else this.#push(line, index, closed);
        return;
      }
      if (this.#text[line.start] === '-') {
        this.#tell('a list item needs a space after its "-"', line.start, line.end, 'write "- " before it');
        return;
      }
      // A list at the column of its key ends with the next key.
      if (this.#levels.at(-2)?.column === level.column) this.#levels.pop();
    } else if (line.type === 'text' && !isItem && this.#lacksColon(line, index)) return;
    const own = this.#levels.at(-1) ?? level;
    own.line = index;
    own.entries += 1;
    own.closed = closed;
    this.#nest(line, index, 1);
  }

  /** A line at a column between two levels: its own indentation is wrong, or that of the line it follows or belongs to. */
  #between(line: OutlineLine, index: number, parent: Level | undefined, closed: readonly Level[]): void {
    const owner = this.#lines[parent?.line ?? -1];
    const strayed = parent?.closed.find((level) => level.column === line.indent);
    const alike = closed.filter((level) => level.list === line.dashes.length > 0);
    const [first, only] = [this.#lines[alike.at(-1)?.line ?? -1], alike.at(-1)];
    const odd = (column: number) => column % this.#step() !== 0;
    if (strayed !== undefined && owner !== undefined) this.#misplaced(owner, strayed);
    else if (first !== undefined && only?.entries === 1 && odd(only.column) && !odd(line.indent))
      this.#misplaced(first, { ...only, column: line.indent, line: index });
    else {
      const nearest = this.#nearest(line, index, parent === undefined ? closed : [...closed, parent]);
      if (nearest !== undefined) this.#misplaced(line, nearest);
    }
  }

  /** The level that a line was probably meant for: of its kind, left of what stands below the line, and near. */
  #nearest(line: OutlineLine, index: number, levels: readonly Level[]): Level | undefined {
    const below = this.#lines[index + 1]?.indent ?? Number.POSITIVE_INFINITY;
    const distance = (level: Level) => Math.abs(level.column - line.indent);
    return levels
      .filter((level) => level.list === line.dashes.length > 0 && (!line.opens || level.column < below))
      .sort((a, b) => distance(a) - distance(b) || b.column - a.column)[0];
  }

  /** Opens the levels of a line: one for each dash, and one for what follows. */
  #push(line: OutlineLine, index: number, closed: readonly Level[]): void {
    this.#levels.push({ column: line.indent, list: line.dashes.length > 0, line: index, entries: 1, closed });
    this.#nest(line, index, 1);
  }

  #nest(line: OutlineLine, index: number, from: number): void {
    if (line.dashes.length === 0) return;
    for (const column of line.dashes.slice(from))
      this.#levels.push({ column, list: true, line: index, entries: 1, closed: [] });
    if (line.type === 'key' && line.column !== undefined)
      this.#levels.push({ column: line.column, list: false, line: index, entries: 1, closed: [] });
  }

  /** A line of text where only a key can stand: beside keys, or above what belongs to it. */
  #lacksColon(line: OutlineLine, index: number): boolean {
    const level = this.#levels.at(-1);
    const next = this.#lines[index + 1];
    const beside = level?.column === line.indent && !level.list;
    const above =
      next !== undefined && next.type === 'key' && next.dashes.length === 0 && next.indent >= line.indent;
    if (!beside && !above) return false;
    const written = this.#text.slice(line.start, line.end).trim();
    const colon = written.indexOf(':');
    const where = `on line ${this.#lineOf(line.start)}`;
    if (colon === -1)
      this.#tell(
        'a key needs a ":" after it',
        line.start,
        line.end,
        `write "${written.split(' ')[0]}:" ${where}`,
      );
    else
      this.#tell(
        'a key needs a space after its ":"',
        line.start,
        line.end,
        `write "${written.slice(0, colon)}: ${written.slice(colon + 1, colon + 20).trim()}" ${where}`,
      );
    this.#push(line, index, []);
    return true;
  }

  #misplaced(line: OutlineLine, level: Level): void {
    const like = this.#lines[level.line];
    const other = like === undefined || like === line ? '' : `, like line ${this.#lineOf(like.start)}`;
    this.#tell(
      `this line is ${line.indent === 0 ? 'not indented' : `indented by ${spaces(line.indent)}`}, which fits nothing around it`,
      line.start,
      line.end,
      level.column === 0
        ? `start line ${this.#lineOf(line.start)} without spaces${other}`
        : `indent line ${this.#lineOf(line.start)} by ${spaces(level.column)}${other}`,
    );
  }

  /** Spaces by which this document indents: those of its first line that is indented. */
  #step(): number {
    return this.#lines.find((line) => line.indent > 0)?.indent ?? 2;
  }

  #tell(message: string, start: number, end: number, hint: string): void {
    this.#slips.push({ code: 'syntax/yaml', message, start, end, hint, fatal: true });
  }
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`;
}
