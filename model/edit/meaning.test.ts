import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../parse/parse.ts';
import { documentText, structuralEdit } from '../testing/arbitraries.ts';
import { expectedValue } from '../testing/oracle.ts';
import { testVocabulary } from '../testing/vocabulary.ts';
import { applyEdit } from './apply.ts';
import { referencesTo } from './references.ts';

/** Lines of a text that a change leaves alone, before and after the changed ones. */
function untouchedLines(before: string, after: string): { removed: string[]; added: string[] } {
  const old = before.split('\n');
  const now = after.split('\n');
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { removed: old.slice(head, old.length - tail), added: now.slice(head, now.length - tail) };
}

describe('an edit', () => {
  it('changes the document as it says, and nothing else', () => {
    fc.assert(
      fc.property(documentText, structuralEdit, (text, edit) => {
        const parsed = parse(text, testVocabulary);
        const result = applyEdit(parsed, edit, testVocabulary);
        if (!result.ok || edit.type === 'batch') return;
        const expected = expectedValue(parsed.source.root?.value, edit);
        if (expected !== undefined) expect(result.parsed.source.root?.value).toEqual(expected);
      }),
      { numRuns: 600 },
    );
  });

  it('leaves no reference to a removed component', () => {
    fc.assert(
      fc.property(
        documentText,
        fc.constantFrom('orders', 'cache', 'events', 'orders-db', 'true'),
        (text, name) => {
          const parsed = parse(text, testVocabulary);
          const result = applyEdit(parsed, { type: 'remove-component', name }, testVocabulary);
          if (!result.ok) {
            expect(result.problem.code).toBe('edit/unknown-component');
            return;
          }
          expect(referencesTo(result.parsed.source, name)).toEqual([]);
          const names = Object.keys(
            (parsed.source.root?.value as { components: object } | undefined)?.components ?? {},
          );
          const left = Object.keys(
            (result.parsed.source.root?.value as { components: object } | undefined)?.components ?? {},
          );
          expect(left).toEqual(names.filter((other) => other !== name));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('touches the lines of a moved box only', () => {
    fc.assert(
      fc.property(documentText, fc.integer({ min: -500, max: 500 }), (text, x) => {
        const parsed = parse(text, testVocabulary);
        const [name] = Object.keys(parsed.document.canvas);
        if (name === undefined) return;
        const result = applyEdit(
          parsed,
          { type: 'move', positions: { [name]: { x, y: 1 } } },
          testVocabulary,
        );
        if (!result.ok) throw new Error(result.problem.message);
        const { removed, added } = untouchedLines(text, result.parsed.text);
        expect(removed.length).toBeLessThanOrEqual(2);
        expect(added.length).toBe(removed.length);
      }),
      { numRuns: 200 },
    );
  });
});
