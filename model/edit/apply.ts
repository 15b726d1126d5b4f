import { parse } from '../parse/parse.ts';
import type { Parsed } from '../parse/parsed.ts';
import type { Problem } from '../problem.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import { applyChanges, invertChanges, misplaced } from './change.ts';
import type { Edit, TextChange } from './edit.ts';

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
  if (edit.type === 'text') return applyText(parsed, edit.changes, vocabulary);
  return { ok: false, problem: refusal(parsed, `the edit ${edit.type} cannot be made`) };
}

function applyText(parsed: Parsed, changes: readonly TextChange[], vocabulary: Vocabulary): EditResult {
  const wrong = misplaced(parsed.text.length, changes);
  if (wrong !== undefined) return { ok: false, problem: refusal(parsed, wrong) };
  const text = applyChanges(parsed.text, changes);
  return {
    ok: true,
    parsed: parse(text, vocabulary, parsed),
    changes: [...changes],
    inverse: { type: 'text', changes: invertChanges(parsed.text, changes) },
  };
}

function refusal(parsed: Parsed, message: string): Problem {
  const range = parsed.source.lines.range(0, 0);
  return { code: 'edit/refused', severity: 'error', message, path: [], range };
}
