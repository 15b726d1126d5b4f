import { parseSource } from '../parse/parse.ts';
import type { Parsed } from '../parse/parsed.ts';
import type { Problem } from '../problem.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { locate } from '../source/locate.ts';
import { invertChanges } from './change.ts';
import { Refusal } from './draft.ts';
import type { Edit, TextChange } from './edit.ts';
import { reduceEdit } from './reduce.ts';

/** What came of an edit: the new document with the changes that made it, or why it was refused. */
export type EditResult =
  | { ok: true; parsed: Parsed; changes: TextChange[]; inverse: Edit }
  | { ok: false; problem: Problem };

/**
 * Applies an edit to a document's text and reads it again. Never throws: what cannot be done is refused with a reason.
 *
 * @param parsed the document
 * @param edit what to do
 * @param vocabulary the engines that the document may name
 * @returns the new document, the text changes that made it, and the edit that takes them back byte for byte
 */
export function applyEdit(parsed: Parsed, edit: Edit, vocabulary: Vocabulary): EditResult {
  try {
    const { source, changes } = reduceEdit(parsed.source, edit, vocabulary);
    return {
      ok: true,
      parsed: parseSource(source, vocabulary, parsed),
      changes,
      inverse: { type: 'text', changes: invertChanges(parsed.text, changes) },
    };
  } catch (cause) {
    if (cause instanceof Refusal) return { ok: false, problem: refusal(parsed, edit, cause) };
    throw cause;
  }
}

function refusal(parsed: Parsed, edit: Edit, cause: Refusal): Problem {
  const path = 'path' in edit ? edit.path : 'name' in edit ? ['components', edit.name] : [];
  const range = locate(parsed.source, path) ?? parsed.source.lines.range(0, 0);
  return { code: cause.code, severity: 'error', message: cause.message, path, range };
}
