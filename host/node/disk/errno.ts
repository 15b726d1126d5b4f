/** @returns the system's code of a failure, e.g. `ENOENT`; `undefined` for anything else that was thrown */
export function errnoOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code;
}
