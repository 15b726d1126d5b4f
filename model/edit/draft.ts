import { lineEnd } from '../source/scan.ts';
import type { Source } from '../source/source.ts';
import type { TextChange } from './edit.ts';
import type { Style } from './print.ts';
import { styleOf } from './style.ts';

/** Why an edit cannot be made. Thrown and caught inside this folder: `applyEdit` turns it into a problem. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Changes that are being collected against one version of a text. */
export class Draft {
  readonly source: Source;
  readonly style: Style;
  readonly #changes: TextChange[] = [];

  constructor(source: Source) {
    this.source = source;
    this.style = styleOf(source);
  }

  get text(): string {
    return this.source.text;
  }

  /** Replaces text between two offsets. Insertions at one place stay in the order in which they were made. */
  replace(start: number, end: number, insert: string): void {
    if (start < end || insert !== '') this.#changes.push({ offset: start, remove: end - start, insert });
  }

  /** Inserts whole lines, given without a line ending, below the line that holds an offset. */
  insertBelow(offset: number, lines: string): void {
    const end = lineEnd(this.text, offset);
    if (end < this.text.length) this.replace(end + 1, end + 1, lines + this.style.eol);
    else this.replace(end, end, this.style.eol + lines);
  }

  /** @returns the changes in order, neighbours joined */
  finish(): TextChange[] {
    const sorted = this.#changes.toSorted(
      (a, b) => a.offset - b.offset || Math.sign(a.remove) - Math.sign(b.remove),
    );
    const changes: TextChange[] = [];
    for (const change of sorted) {
      const last = changes.at(-1);
      const end = last === undefined ? -1 : last.offset + last.remove;
      if (change.offset < end) throw new Refusal('edit/overlap', 'parts of the edit contradict each other');
      if (last === undefined || change.offset > end) changes.push({ ...change });
      else {
        last.remove += change.remove;
        last.insert += change.insert;
      }
    }
    return changes;
  }
}
