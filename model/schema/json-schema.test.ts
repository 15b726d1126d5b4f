import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { parse } from '../parse/parse.ts';
import { documentText } from '../testing/arbitraries.ts';
import { largeDocumentText } from '../testing/large.ts';
import { testVocabulary } from '../testing/vocabulary.ts';
import { jsonSchema } from './json-schema.ts';

function validator(schema: object) {
  const ajv = new Ajv({
    strict: true,
    strictTypes: false,
    strictTuples: false,
    allowUnionTypes: true,
    allErrors: true,
  });
  addFormats.default(ajv);
  return ajv.compile(schema);
}

const ofTests = validator(jsonSchema(testVocabulary));
const head = { archwright: 1, name: 'shop' };

describe('jsonSchema', () => {
  it('lets everything pass whose shape the parser finds right', () => {
    fc.assert(
      fc.property(documentText, (text) => {
        const parsed = parse(text, testVocabulary);
        fc.pre(parsed.problems.every((problem) => problem.code.startsWith('reference/')));
        expect(ofTests(load(text)), JSON.stringify(ofTests.errors)).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(ofTests(load(largeDocumentText(40)))).toBe(true);
  });

  it.each([
    ['an unknown kind', { ...head, components: { a: { kind: 'databse' } } }],
    ['a field of another kind', { ...head, components: { a: { kind: 'cache', operations: {} } } }],
    ['a field of another engine', { ...head, components: { a: { kind: 'queue', 'memory-limit': '1Gi' } } }],
    ['an engine of another kind', { ...head, components: { a: { kind: 'cache', engine: 'postgres' } } }],
    ['a duration without a unit', { ...head, connections: [{ from: 'a', to: 'b', timeout: '300' }] }],
    ['a name that is no DNS label', { ...head, components: { 'A b': { kind: 'service' } } }],
    ['an unknown section', { ...head, component: {} }],
    [
      'a call that is none of the forms',
      { ...head, components: { a: { kind: 'service', operations: { b: { calls: [{ any: [] }] } } } } },
    ],
    ['a missing name', { archwright: 1 }],
  ])('refuses %s', (_name, value) => {
    expect(ofTests(value)).toBe(false);
  });

  it('explains every field that a form shows', () => {
    const { definitions } = jsonSchema(testVocabulary) as {
      definitions: Record<
        string,
        { properties?: Record<string, { description?: string; title?: string; $ref?: string }> }
      >;
    };
    const unexplained = Object.entries(definitions).flatMap(([name, { properties = {} }]) =>
      Object.entries(properties)
        .filter(
          ([field, part]) =>
            !['kind', 'engine', 'x', 'y'].includes(field) &&
            (part.title === undefined || part.description === undefined) &&
            part.$ref === undefined,
        )
        .map(([field]) => `${name}.${field}`),
    );
    expect(unexplained).toEqual([]);
  });
});
