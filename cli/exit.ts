/** Exit codes of every command. */
export const EXIT = {
  done: 0,
  /** The input has problems. */
  problems: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The outside world failed: no such file, disk full, no permission ... */
  outside: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command line is wrong; `message` says what would be right. */
export class UsageError extends Error {
  override name = 'UsageError';
}
