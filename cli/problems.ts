import type { Problem, Severity } from '#model';
import { counted } from './counted.ts';
import { printable, type Terminal } from './terminal.ts';

/** Most problems that are written out; whoever has more mends these first. */
const MOST = 100;
/** Characters of a source line that are shown. */
const WIDTH = 110;

const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/**
 * Writes problems as compilers do: `file:line:column severity code message`, the line, and what would be right.
 *
 * @param file as the user named it
 * @param text the document
 */
export function showProblems(
  terminal: Terminal,
  file: string,
  text: string,
  problems: readonly Problem[],
): void {
  const lines = text.split(/\r\n|\n|\r/);
  for (const problem of problems.slice(0, MOST)) showProblem(terminal, file, lines, problem);
  if (problems.length > MOST) terminal.note(`... and ${problems.length - MOST} more.`);
  const summary = countBySeverity(problems);
  if (summary) terminal.note(summary);
}

/** @returns e.g. `2 errors, 1 warning`; empty where there is nothing to count */
export function countBySeverity(problems: readonly { severity: Severity }[]): string {
  const count = (severity: Severity, noun: string) => {
    const found = problems.filter((problem) => problem.severity === severity).length;
    return found === 0 ? [] : [counted(found, noun)];
  };
  return [...count('error', 'error'), ...count('warning', 'warning'), ...count('info', 'note')].join(', ');
}

/** @returns problems as data, for `--json` */
export function problemsAsData(file: string, problems: readonly Problem[]) {
  return problems.map(({ code, severity, message, path, range, expected, hint, component }) => ({
    file,
    line: range.line,
    column: range.column,
    endLine: range.endLine,
    endColumn: range.endColumn,
    severity,
    code,
    message,
    path,
    expected,
    hint,
    component,
  }));
}

function showProblem(terminal: Terminal, file: string, lines: readonly string[], problem: Problem): void {
  const { range, severity, code, message, expected, hint } = problem;
  const place = terminal.paint('bold', `${file}:${range.line}:${range.column}`);
  terminal.note(
    `${place} ${terminal.paint(COLOURS[severity], severity)} ${terminal.paint('dim', code)} ${printable(message)}`,
  );
  for (const line of excerpt(lines, problem)) terminal.note(terminal.paint('dim', line));
  if (expected) terminal.note(`    expected: ${printable(expected)}`);
  if (hint) terminal.note(`    hint: ${printable(hint)}`);
}

/** The line that a problem begins in, with a mark under it. */
function excerpt(lines: readonly string[], { range }: Problem): string[] {
  const line = lines[range.line - 1];
  if (line === undefined || line.trim() === '') return [];
  const from = Math.max(0, range.column - 1 - Math.floor(WIDTH / 2));
  const shown = printable(line.replaceAll('\t', ' ').slice(from, from + WIDTH));
  const start = range.column - 1 - from;
  const end = range.endLine === range.line ? range.endColumn - 1 - from : shown.length;
  const margin = String(range.line).padStart(5);
  return [
    `${margin} | ${shown}`,
    `${' '.repeat(margin.length)} | ${' '.repeat(start)}${'^'.repeat(Math.max(1, Math.min(end, shown.length) - start))}`,
  ];
}
