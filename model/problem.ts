import type { Edit } from './edit/edit.ts';
import type { Path } from './path.ts';

/** How much a problem matters: an `error` stops generation, a `warning` should be looked at, `info` is advice. */
export type Severity = 'error' | 'warning' | 'info';

/** Where something stands in a document's text. Lines and columns count from 1, offsets (UTF-16 units) from 0. */
export interface SourceRange {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  start: number;
  end: number;
}

export type { Path } from './path.ts';

/**
 * Something wrong with, or worth knowing about, a document. Problems are data: they are returned, never thrown.
 */
export interface Problem {
  /** Stable identifier, e.g. `schema/unknown-kind`, `reference/unknown-component`, `lint/shared-database`. */
  code: string;
  severity: Severity;
  /** What is wrong, in one sentence. */
  message: string;
  path: Path;
  range: SourceRange;
  /** What would have been right, e.g. `a duration such as 300ms`. */
  expected?: string;
  /** What to do about it, e.g. `did you mean "payments"?`. */
  hint?: string;
  /** Name of the component that the problem belongs to, if it belongs to one. */
  component?: string;
  /** Edits that mend the problem, best first. */
  fixes?: Fix[];
}

/** A one-click mend: applied as one undoable step. */
export interface Fix {
  title: string;
  edits: Edit[];
}
