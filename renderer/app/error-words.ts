/** What to do about the failures of the outside world, by the system's code. */
const ADVICE: Readonly<Record<string, string>> = {
  EACCES: 'You have no permission there. Choose another folder, or change its permissions.',
  EPERM: 'The system does not allow it. Choose another folder, or change its permissions.',
  EROFS: 'The disk is read-only. Save to another place.',
  ENOSPC: 'The disk is full. Free some space, then try again; nothing was overwritten.',
  EDQUOT: 'Your disk quota is used up. Free some space, then try again; nothing was overwritten.',
  ENOENT: 'There is no such file or folder any more. Choose another.',
  ENOTDIR: 'A part of the path is a file, not a folder. Choose another.',
  EISDIR: 'That is a folder. Choose a file name inside it.',
};

/**
 * A failure in words: what happened, where, and how to fix it.
 *
 * @param error whatever was thrown; failures of the host carry `data.code` and `data.path`
 */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = codeOf(error);
  const advice = code === undefined ? undefined : ADVICE[code];
  return advice === undefined || error.message.includes(advice)
    ? error.message
    : `${error.message} ${advice}`;
}

function codeOf(error: Error): string | undefined {
  if (!('data' in error) || typeof error.data !== 'object' || error.data === null) return undefined;
  return 'code' in error.data && typeof error.data.code === 'string' ? error.data.code : undefined;
}
