import { ORPCError } from '@orpc/client';
import { HostFailure } from '#host';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { printable, type Terminal } from './terminal.ts';

/** What a command failed with, in words. */
interface Failure {
  exit: ExitCode;
  code: string;
  message: string;
  /** Further lines. */
  details: string[];
}

/**
 * Says why a command failed; never with a stack trace.
 *
 * @returns the exit code
 */
export function showFailure(terminal: Terminal, error: unknown, json: boolean): ExitCode {
  const { exit, code, message, details } = failureOf(error);
  if (json) terminal.out(JSON.stringify({ ok: false, error: { code, message, details } }, null, 2));
  terminal.note(`${terminal.paint('red', 'error')} ${printable(message)}`);
  for (const line of details) terminal.note(`    ${printable(line)}`);
  return exit;
}

function failureOf(error: unknown): Failure {
  if (error instanceof UsageError)
    return { exit: EXIT.usage, code: 'USAGE', message: error.message, details: [] };
  if (error instanceof HostFailure || (error instanceof ORPCError && error.defined))
    return declared(error.code, error.message, error.data);
  const text = error instanceof Error ? error.message : String(error);
  return {
    exit: EXIT.outside,
    code: 'UNEXPECTED',
    message: `Something unexpected went wrong: ${text}`,
    details: ['This is a mistake in Archwright. Please report it, with the document if you can.'],
  };
}

function declared(code: string, message: string, data: unknown): Failure {
  if (code === 'INVALID') {
    const problems = problemsOf(data);
    const usage = problems.some((problem) => problem.code.startsWith('generate/unknown-'));
    const details = problems.map((problem) =>
      [problem.message, problem.expected && `Expected ${problem.expected}.`].filter(Boolean).join(' '),
    );
    return {
      exit: usage ? EXIT.usage : EXIT.problems,
      code,
      message: usage ? details.join(' ') : message,
      details: usage ? [] : details,
    };
  }
  return { exit: code === 'UNREADABLE' ? EXIT.problems : EXIT.outside, code, message, details: [] };
}

function problemsOf(data: unknown): { code: string; message: string; expected?: string }[] {
  const carries =
    typeof data === 'object' && data !== null && 'problems' in data && Array.isArray(data.problems);
  return carries ? (data.problems as { code: string; message: string; expected?: string }[]) : [];
}
