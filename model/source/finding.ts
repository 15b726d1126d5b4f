import type { Fix, Path, Problem, Severity, SourceRange } from '../problem.ts';

/** A problem before it is placed in the text: parts of a document are checked once and placed anew when they move. */
export interface Finding {
  code: string;
  severity: Severity;
  message: string;
  path: Path;
  /** Whether the key or the value at `path` is wrong; the value by default. */
  at?: 'key' | 'value';
  expected?: string;
  hint?: string;
  component?: string;
  fixes?: Fix[];
}

/** Range of what stands at a path, or of its nearest ancestor that is there. */
export type Locate = (path: Path, what?: 'key' | 'value') => SourceRange | undefined;

const NOWHERE: SourceRange = { line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 0 };

/**
 * @param finding what is wrong
 * @param locate finds paths in the text
 * @returns the problem with its place in the text
 */
export function placeFinding(finding: Finding, locate: Locate): Problem {
  const { at, ...problem } = finding;
  const component =
    problem.component ??
    (problem.path[0] === 'components' && problem.path.length > 1 ? String(problem.path[1]) : undefined);
  return {
    ...problem,
    ...(component === undefined ? {} : { component }),
    range: locate(problem.path, at) ?? NOWHERE,
  };
}

/** Order of problems in a list: by place, then the graver first. */
export function byPosition(a: Problem, b: Problem): number {
  return a.range.start - b.range.start || a.range.end - b.range.end || rank[a.severity] - rank[b.severity];
}

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
