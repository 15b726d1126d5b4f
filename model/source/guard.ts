import type { Flaw } from './node.ts';

/** Longest text that is read, in UTF-16 units: a 10,000 component document has about 3 million. */
export const MAX_TEXT_LENGTH = 20 * 1024 * 1024;

/** Any character that YAML 1.2.2 (section 5.1, c-printable) does not allow in a text; surrogates stand for what they encode. */
const CONTROL = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ufffd]/;

/** @param text a file's content @returns why it is too long to be read, or `undefined` */
export function guardSize(text: string): Flaw | undefined {
  if (text.length <= MAX_TEXT_LENGTH) return undefined;
  const size = Math.round(text.length / 1024 / 1024);
  const message = `the document has ${size} MiB; ${MAX_TEXT_LENGTH / 1024 / 1024} MiB are the most`;
  return flaw('syntax/too-large', message, 0, 0, 'is this the right file?');
}

/** @param text a file's content @returns why it is no text, or `undefined` */
export function guardBinary(text: string): Flaw | undefined {
  const at = text.search(CONTROL);
  if (at === -1) return undefined;
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return flaw(
    'syntax/binary',
    `this is no text: it holds the control character U+${code}`,
    at,
    at + 1,
    'is this the right file?',
  );
}

/** Whether a part of a text may be in a document. */
export function isPrintable(text: string): boolean {
  return !CONTROL.test(text);
}

function flaw(code: string, message: string, start: number, end: number, hint: string): Flaw {
  return { code, message, start, end, hint, fatal: true };
}
