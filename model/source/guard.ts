import type { Flaw } from './node.ts';

/** Longest text that is read, in UTF-16 units: a 10,000 component document has about 3 million. */
export const MAX_TEXT_LENGTH = 20 * 1024 * 1024;

/**
 * Refuses what is no text of ours before anything reads it.
 *
 * @param text a file's content
 * @returns why it cannot be read, or `undefined`
 */
export function guardText(text: string): Flaw | undefined {
  if (text.length > MAX_TEXT_LENGTH) {
    const size = Math.round(text.length / 1024 / 1024);
    return flaw(
      'syntax/too-large',
      `the document has ${size} MiB; ${MAX_TEXT_LENGTH / 1024 / 1024} MiB are the most`,
      0,
      0,
      'is this the right file?',
    );
  }
  const binary = text.search(CONTROL);
  if (binary !== -1) {
    const code = text.charCodeAt(binary).toString(16).toUpperCase().padStart(4, '0');
    return flaw(
      'syntax/binary',
      `this is no text: it holds the control character U+${code}`,
      binary,
      binary + 1,
      'is this the right file?',
    );
  }
  return undefined;
}

/** Any character that YAML 1.2.2 (section 5.1, c-printable) does not allow in a text; surrogates stand for what they encode. */
const CONTROL = /[^\t\n\r\u0020-\u007e\u0085\u00a0-\ufffd]/;

function flaw(code: string, message: string, start: number, end: number, hint: string): Flaw {
  return { code, message, start, end, hint, fatal: true };
}
