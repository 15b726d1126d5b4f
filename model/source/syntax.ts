import { parseEvents, YAMLException } from 'js-yaml';
import { type ErrorCode, parseDocument } from 'yaml';
import { readDeferred } from './deferred.ts';
import { LineIndex } from './lines.ts';
import type { Flaw } from './node.ts';
import { slipsOf } from './slips.ts';
import { type Stretch, splitSection, splitSections } from './split.ts';

/** Longest text whose errors are all looked for; of longer ones only the first is told. */
const MAX_TOLERANT = 2_000_000;
const MAX_ERRORS = 100;

/** What usually mends an error, by the `yaml` package's code of it. */
const HINTS: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  BAD_INDENT: 'line it up with its neighbours, and close brackets and quotes above it',
  MISSING_CHAR: 'close what is open: a bracket, a quote, or a ":" after a key',
  UNEXPECTED_TOKEN:
    'look for a missing quote, comma or bracket; put text with special characters into quotes',
  BLOCK_AS_IMPLICIT_KEY: 'put the value on a line of its own, or into quotes if it holds a ":"',
  BLOCK_IN_FLOW: 'close the bracket above, or write everything inside it with commas',
  MULTILINE_IMPLICIT_KEY: 'write "key: value" on one line, and close quotes',
  BAD_SCALAR_START: 'put the text into quotes',
  BAD_DQ_ESCAPE: 'write a backslash twice, or use single quotes',
};

/**
 * The syntax errors of a text that js-yaml refused, one for each part that cannot be read: what comes after the first
 * in a part is mostly its consequence. Where the cause looks like a slip that people make, that is told in its place.
 *
 * @param text the refused text
 * @param cause what js-yaml threw
 * @returns at least one flaw
 */
export function syntaxFlaws(text: string, cause: unknown): Flaw[] {
  const first = fromException(text, cause);
  if (text.length > MAX_TOLERANT || first.code === 'syntax/too-deep') return [first];
  const lines = new LineIndex(text);
  const slips = slipsOf(text, (offset) => lines.range(offset, offset).line);
  const lineOf = (offset: number) => lines.range(offset, offset).line;
  const broken = brokenParts(text);
  if (broken.length === 0) return [slips[0] ?? tolerant(text)[0] ?? first];
  return broken.slice(0, MAX_ERRORS).map(({ start, end, error }) => {
    const told = tolerant(text.slice(start, end))[0];
    const met = told === undefined ? error : { ...told, start: told.start + start, end: told.end + start };
    const latest = Math.max(lineOf(met.start), lineOf(error.start)) + 1;
    const slip = slips.find((candidate) => candidate.start >= start && candidate.start < end);
    return slip !== undefined && lineOf(slip.start) <= latest ? slip : met;
  });
}

/** Parts that cannot be read on their own, with what is met first in each. A tab counts as a space: lines stay where they are. */
function brokenParts(text: string): (Stretch & { error: Flaw })[] {
  const spaced = text.replaceAll('\t', ' ');
  const sections = splitSections(spaced) ?? [{ start: 0, end: text.length }];
  const parts = sections.flatMap((section) => splitSection(spaced, section)?.parts ?? [section]);
  return parts.flatMap((part) => {
    const slice = text.slice(part.start, part.end);
    if (readDeferred(slice) !== undefined) return [];
    try {
      parseEvents(slice, {});
      return [];
    } catch (cause) {
      const error = fromException(slice, cause);
      return [{ ...part, error: { ...error, start: error.start + part.start, end: error.end + part.start } }];
    }
  });
}

function tolerant(text: string): Flaw[] {
  try {
    const { errors } = parseDocument(text, { prettyErrors: false, uniqueKeys: false, stringKeys: false });
    return errors.slice(0, MAX_ERRORS).map((error) => ({
      code: 'syntax/yaml',
      message: sentence(error.message),
      ...hint(HINTS[error.code]),
      start: Math.min(error.pos[0], text.length),
      end: Math.min(Math.max(error.pos[1], error.pos[0] + 1), text.length),
      fatal: true,
    }));
  } catch {
    // A parser that fails on broken text tells nothing more than the first error does.
    return [];
  }
}

function fromException(text: string, cause: unknown): Flaw {
  const reason =
    cause instanceof YAMLException ? cause.reason : cause instanceof Error ? cause.message : String(cause);
  const at =
    cause instanceof YAMLException && cause.mark !== undefined
      ? Math.min(cause.mark.position, text.length)
      : 0;
  const deep = /nesting|depth/i.test(reason);
  return {
    code: deep ? 'syntax/too-deep' : 'syntax/yaml',
    message: deep ? 'maps and lists are nested more than 100 deep' : sentence(reason),
    start: at,
    end: Math.min(at + 1, text.length),
    ...hint(deep ? 'write it flatter, or remove brackets that are too many' : undefined),
    fatal: true,
  };
}

function hint(text: string | undefined): { hint?: string } {
  return text === undefined ? {} : { hint: text };
}

function sentence(message: string): string {
  const text = message
    .trim()
    .replace(/\s+at line \d+, column \d+:?[\s\S]*$/, '')
    .replace(/\.$/, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
