import type { Path, Problem, SourceRange } from '../problem.ts';
import type { ArchDocument } from '../schema/document.ts';
import type { Source } from '../source/source.ts';

/** A text, what it says, and everything that is wrong with it. */
export interface Parsed {
  readonly text: string;
  /** All that can be read: invalid fields are dropped. After a syntax error: the document from before it. */
  readonly document: ArchDocument;
  /** No problem is an error. */
  readonly valid: boolean;
  /** The text has a syntax error, and the document is from before it. */
  readonly stale: boolean;
  /** Syntax, schema and references, sorted by place. Lint comes apart. */
  readonly problems: readonly Problem[];
  /**
   * Where something stands in the text.
   *
   * @param path keys and indices from the top
   * @param what the key or the value (the default)
   * @returns the range of the nearest ancestor where nothing stands at the path; `undefined` after a syntax error
   */
  locate(path: Path, what?: 'key' | 'value'): SourceRange | undefined;
  /** @param offset UTF-16 units from the start @returns the deepest path whose text holds the offset */
  pathAt(offset: number): Path;
  /** The positioned tree behind the text; edits are computed on it. */
  readonly source: Source;
}
