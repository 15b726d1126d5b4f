import { createHash } from 'node:crypto';

/**
 * Fingerprint of a text as it is kept in the lock file. Line ends do not count: git on Windows may turn `\n` into
 * `\r\n`, and that is no edit.
 */
export function textHash(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
