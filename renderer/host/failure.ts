import { ORPCError } from '@orpc/client';

/** The host cannot be reached: the web shell was stopped, or the connection broke during a call. */
export class HostUnreachable extends Error {
  override name = 'HostUnreachable';

  constructor(options?: ErrorOptions) {
    super(
      'Archwright cannot be reached. If you stopped it, start it again; your work is kept in this window.',
      options,
    );
  }
}

/** What a call to the host can end in, by `code`; `message` says what to do about it. */
export type Failure =
  | { code: 'OUTSIDE'; message: string; data: { code: string; path?: string } }
  | { code: 'UNREADABLE'; message: string; data: { path: string } }
  | { code: 'CHANGED_ON_DISK'; message: string; data: { path: string; version: string | null; text: string } }
  | {
      code: 'INVALID';
      message: string;
      data: {
        problems: {
          code: string;
          severity: 'error' | 'warning' | 'info';
          message: string;
          line: number;
          column: number;
          expected?: string;
          hint?: string;
        }[];
      };
    }
  | { code: 'UNREACHABLE'; message: string }
  | { code: 'UNEXPECTED'; message: string };

/** Sorts what a call to the host threw, so that it can be told apart by `code` and shown by `message`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof HostUnreachable) return { code: 'UNREACHABLE', message: error.message };
  if (error instanceof ORPCError && error.defined) {
    // The link has checked `data` against the contract (`defined`), so code and data belong together.
    return { code: error.code, message: error.message, data: error.data } as Failure;
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'UNEXPECTED', message: `Something unexpected went wrong: ${message}` };
}
