import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../parse/parse.ts';
import { documentText, hostileText, structuralEdit } from '../testing/arbitraries.ts';
import { testVocabulary } from '../testing/vocabulary.ts';
import { applyEdit } from './apply.ts';
import { applyChanges } from './change.ts';
import type { Edit } from './edit.ts';

describe('any edits of any document', () => {
  it('are undone byte for byte, in one go and one by one', () => {
    fc.assert(
      fc.property(documentText, fc.array(structuralEdit, { maxLength: 6 }), (text, edits) => {
        let parsed = parse(text, testVocabulary);
        const inverses: Edit[] = [];
        for (const edit of edits) {
          const result = applyEdit(parsed, edit, testVocabulary);
          if (!result.ok) {
            expect(result.problem.code).toMatch(/^edit\/(?!unsafe|overlap)/);
            continue;
          }
          expect(applyChanges(parsed.text, result.changes)).toBe(result.parsed.text);
          inverses.unshift(result.inverse);
          parsed = result.parsed;
        }
        const last = parsed;
        for (const inverse of inverses) {
          const result = applyEdit(parsed, inverse, testVocabulary);
          if (!result.ok) throw new Error(result.problem.message);
          parsed = result.parsed;
        }
        expect(parsed.text).toBe(text);
        const all = applyEdit(last, { type: 'batch', title: 'undo', edits: inverses }, testVocabulary);
        expect(all.ok && all.parsed.text).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('leave what a fresh reading of the text finds', () => {
    fc.assert(
      fc.property(documentText, fc.array(structuralEdit, { maxLength: 4 }), (text, edits) => {
        let parsed = parse(text, testVocabulary);
        for (const edit of edits) {
          const result = applyEdit(parsed, edit, testVocabulary);
          if (result.ok) parsed = result.parsed;
        }
        const fresh = parse(parsed.text, testVocabulary);
        expect(parsed.document).toEqual(fresh.document);
        expect(parsed.problems).toEqual(fresh.problems);
      }),
      { numRuns: 200 },
    );
  });

  it('write any text so that it is read back, in block and flow maps', () => {
    const texts = [
      'components:\n  a:\n    kind: service\n',
      'components: { a: { kind: service } }\n',
      'components:\r\n    a: {kind: service} # c\r\n',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...texts), hostileText, (text, value) => {
        const parsed = parse(text, testVocabulary);
        const result = applyEdit(
          parsed,
          { type: 'set', path: ['components', 'a', 'description'], value },
          testVocabulary,
        );
        if (!result.ok) throw new Error(result.problem.message);
        expect(result.parsed.source.root?.value).toEqual({
          components: { a: { kind: 'service', description: value } },
        });
      }),
      { numRuns: 500 },
    );
  });
});
