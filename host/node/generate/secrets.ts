import { randomInt } from 'node:crypto';

/** Letters and digits only: the values stand in connection strings, where anything else would have to be escaped. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 32 of 62 letters: 190 bits. */
const LENGTH = 32;

const ASSIGNMENT = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/;

/** @returns a value from the system's secure random source, each letter equally likely */
export function drawSecret(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/**
 * Fills a file of secrets.
 *
 * @param template the generated text: comments and a `KEY=` line per secret
 * @param existing the file's text now, `null` where there is none; its values, comments and order stay as they are
 * @param draw makes a value for a key that has none
 * @returns the file's new text; `existing` itself where no key lacks a value
 */
export function fillSecrets(template: string, existing: string | null, draw: () => string): string {
  const filled = (existing ?? template).split(/(?<=\n)/).map((line) => fillLine(line, draw));
  if (existing === null) return filled.join('');
  const present = new Set(keysOf(existing));
  const added = blocksOf(template).filter(({ key }) => !present.has(key));
  if (added.length === 0) return filled.join('');
  const text = filled.join('');
  const end = text === '' || text.endsWith('\n') ? '' : '\n';
  return text + end + added.map(({ lines }) => lines.map((line) => fillLine(line, draw)).join('')).join('');
}

/** @returns the text with every value hidden, fit to be shown */
export function maskSecrets(text: string): string {
  return text.replace(/^([A-Za-z_][A-Za-z0-9_]*)=[^\r\n]+/gm, '$1=********');
}

function fillLine(line: string, draw: () => string): string {
  const [, key, value] = ASSIGNMENT.exec(line.trimEnd()) ?? [];
  if (key === undefined || value?.trim() !== '') return line;
  return line.replace(/=.*/, () => `=${draw()}`);
}

function keysOf(text: string): string[] {
  return text.split('\n').flatMap((line) => ASSIGNMENT.exec(line.trimEnd())?.[1] ?? []);
}

/** Each `KEY=` line of a template with the comment above it. */
function blocksOf(template: string): { key: string; lines: string[] }[] {
  const blocks: { key: string; lines: string[] }[] = [];
  let comment: string[] = [];
  for (const line of template.split(/(?<=\n)/)) {
    const key = ASSIGNMENT.exec(line.trimEnd())?.[1];
    if (key !== undefined)
      blocks.push({ key, lines: [...comment, line.endsWith('\n') ? line : `${line}\n`] });
    comment = key === undefined && line.startsWith('#') ? [...comment, line] : [];
  }
  return blocks;
}
