import { hash } from 'node:crypto';
import { plain } from './text-shape.ts';

/** Fingerprint of a text as it is kept in the lock file. What does not count as an edit does not count here: see `plain`. */
export function textHash(text: string): string {
  return hash('sha256', plain(text));
}
