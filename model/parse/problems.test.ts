import { describe, expect, it } from 'vitest';
import { testVocabulary } from '../testing/vocabulary.ts';
import { parse } from './parse.ts';

/** Problems as `line:column code message`, with the hint where there is one. */
function told(text: string): string[] {
  return parse(text, testVocabulary).problems.map(
    ({ range, code, message, hint }) =>
      `${range.line}:${range.column} ${code} | ${message}${hint === undefined ? '' : ` | ${hint}`}`,
  );
}

const HEAD = 'archwright: 1\nname: shop\n';

const ONE: [string, string, string][] = [
  [
    'an empty file',
    '',
    '1:1 syntax/empty | the document is empty | start with archwright: 1, name: and components:',
  ],
  [
    'only comments',
    '# nothing\n',
    '1:1 syntax/empty | the document is empty | start with archwright: 1, name: and components:',
  ],
  [
    'a list',
    '- a\n',
    '1:1 schema/type | a document has to be a map, not a list | start with archwright: 1, name: and components:',
  ],
  [
    'a binary file',
    'a: 1\nb: \u0000\u0001',
    '2:4 syntax/binary | this is no text: it holds the control character U+0000 | is this the right file?',
  ],
  [
    'a file beyond all measure',
    ' '.repeat(21 * 1024 * 1024),
    '1:1 syntax/too-large | the document has 21 MiB; 20 MiB are the most | is this the right file?',
  ],
  [
    'a missing version',
    'name: shop\n',
    '1:1 schema/version | the version of the format is missing | add the line archwright: 1 at the top',
  ],
  [
    'a newer version',
    'archwright: 7\nname: shop\n',
    '1:13 schema/newer-version | this document was made by a newer Archwright: it has format 7, and this one reads up to 1 | update Archwright',
  ],
  [
    'a version that is none',
    'archwright: one\nname: shop\n',
    '1:13 schema/version | "one" is no version of the format',
  ],
  ['a missing name', 'archwright: 1\n', '1:1 schema/missing | "name" is missing'],
  [
    'several documents',
    `${HEAD}---\na: 1\n`,
    '3:1 syntax/several-documents | a file holds one document, but another starts here | move what follows "---" into a file of its own',
  ],
  [
    'a tag of its own',
    `${HEAD}description: !ruby/object x\n`,
    '3:14 syntax/tag | the tag !ruby/object means nothing here | remove it',
  ],
  [
    'a merge key',
    `${HEAD}components:\n  a: &a { kind: service }\n  b: { <<: *a, kind: service }\n`,
    '5:8 syntax/merge-key | merge keys (<<) are not part of YAML 1.2 and are not followed | write the fields out',
  ],
  [
    'an alias to nothing',
    `${HEAD}description: *x\n`,
    '3:14 syntax/alias | the alias *x refers to nothing | write the value out',
  ],
  [
    'an alias inside of its target',
    `${HEAD}description: &x [*x]\n`,
    '3:18 syntax/alias | the alias *x stands inside of what it refers to | write the value out',
  ],
  [
    '__proto__',
    `${HEAD}components:\n  __proto__: { kind: service }\n`,
    '4:3 syntax/forbidden-name | "__proto__" cannot be used as a name | choose another name',
  ],
  [
    'constructor',
    `${HEAD}components:\n  constructor: { kind: service }\n`,
    '4:3 syntax/forbidden-name | "constructor" cannot be used as a name | choose another name',
  ],
  [
    'a key that is a map',
    `${HEAD}? { a: 1 }\n: 2\n`,
    '3:3 syntax/key | a key has to be a plain name, not a map or a list',
  ],
  [
    'an unknown section',
    `${HEAD}componnets: {}\n`,
    '3:1 schema/unknown-key | "componnets" is not known here | did you mean "components"?',
  ],
  [
    'a name that is no DNS label',
    `${HEAD}components:\n  My Service: { kind: service }\n`,
    '4:3 schema/name | "My Service" cannot be a name',
  ],
  [
    'a component that is no map',
    `${HEAD}components:\n  a: service\n`,
    '4:6 schema/type | a component has to be a map, not "service" | write kind: service below the name',
  ],
  [
    'a missing kind',
    `${HEAD}components:\n  a: { scale: { min: 1 } }\n`,
    '4:3 schema/missing | "kind" is missing',
  ],
  [
    'an unknown kind',
    `${HEAD}components:\n  a: { kind: databse }\n`,
    '4:14 schema/unknown-kind | "databse" is no kind of component | did you mean "database"?',
  ],
  [
    'an unknown engine',
    `${HEAD}components:\n  a: { kind: database, engine: postgress }\n`,
    '4:32 schema/unknown-engine | "postgress" is no engine of a database | did you mean "postgres"?',
  ],
  [
    'an engine where there is none',
    `${HEAD}components:\n  a: { kind: service, engine: node }\n`,
    '4:23 schema/unknown-engine | a service has no engine | remove it',
  ],
  [
    'an unknown field',
    `${HEAD}components:\n  a: { kind: service, operation: {} }\n`,
    '4:23 schema/unknown-key | "operation" is not known here | did you mean "operations"?',
  ],
  [
    'a wrong type',
    `${HEAD}components:\n  a: { kind: service, scale: 3 }\n`,
    '4:30 schema/type | "scale" has to be a map, not 3',
  ],
  [
    'a number that is text',
    `${HEAD}components:\n  a: { kind: service, port: http }\n`,
    '4:29 schema/type | "port" has to be a number, not "http"',
  ],
  [
    'a number out of range',
    `${HEAD}components:\n  a: { kind: service, port: 70000 }\n`,
    '4:29 schema/size | "port" has to be at most 65535, not 70000',
  ],
  [
    'a minimum above the maximum',
    `${HEAD}components:\n  a: { kind: service, scale: { min: 5, max: 2 } }\n`,
    '4:37 schema/format | "min" has to be no more than the maximum, not 5',
  ],
  [
    'a duration without a unit',
    `${HEAD}components:\n  a: { kind: service, operations: { b: { work: 3 } } }\n`,
    '4:48 schema/format | "work" has to be a duration such as 300ms, 2s or 5m, not 3',
  ],
  [
    'a field type that is none',
    `${HEAD}components:\n  a: { kind: service, operations: { b: { input: { c: integr } } } }\n`,
    '4:54 schema/value | "c" has to be one of id, string, integer, number, boolean, timestamp, with [] for a list, or a nested map of fields, not "integr" | did you mean "integer"?',
  ],
  [
    'a field type deep inside',
    `${HEAD}components:\n  a: { kind: service, operations: { b: { output: [{ c: { d: strin } }] } } }\n`,
    '4:61 schema/value | "d" has to be one of id, string, integer, number, boolean, timestamp, with [] for a list, or a nested map of fields, not "strin" | did you mean "string"?',
  ],
  [
    'a secret in the wrong place',
    `${HEAD}components:\n  a: { kind: service, env: { a b: x } }\n`,
    '4:30 schema/name | "a b" cannot be a name here',
  ],
  [
    'a list that should be one',
    `${HEAD}connections: { from: a }\n`,
    '3:14 schema/type | "connections" has to be a list, not a map',
  ],
];

describe('problems of the text and its shape', () => {
  it.each(ONE)('tells %s', (_name, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it('tells duplicate names at both places, with the other line', () => {
    expect(
      told(`${HEAD}components:\n  a: { kind: service }\n  b: { kind: service }\n  a: { kind: cache }\n`),
    ).toEqual([
      '4:3 syntax/duplicate-key | "a" is defined twice, also on line 6 | rename or remove one of the two',
      '6:3 syntax/duplicate-key | "a" is defined twice, also on line 4 | rename or remove one of the two',
    ]);
  });

  it('tells all syntax errors at once and keeps the document from before', () => {
    const before = parse(`${HEAD}components:\n  a: { kind: service }\n`, testVocabulary);
    const broken = parse(`${HEAD}components:\n  a: { kind: service\n  b: "x\n`, testVocabulary, before);
    expect(broken.stale).toBe(true);
    expect(broken.valid).toBe(false);
    expect(broken.document).toBe(before.document);
    expect(broken.problems.length).toBeGreaterThan(1);
    expect(
      broken.problems.every((problem) => problem.code === 'syntax/yaml' && problem.range.line >= 4),
    ).toBe(true);
  });

  it('tells of a newer version only that, and not what it cannot know', () => {
    expect(told('archwright: 2\nname: shop\nzones: 3\ncomponents:\n  a: { kind: lambda }\n')).toEqual([
      expect.stringMatching(
        /schema\/newer-version .*format 2, and this one reads up to 1 \| update Archwright/,
      ),
    ]);
  });

  it('says how a syntax error is usually mended', () => {
    expect(told(`${HEAD}components:\n\ta: {}\n`)[0]).toMatch(
      /a tab indents this line \| indent with spaces$/,
    );
  });

  it('takes from an earlier version what did not change', () => {
    const text = `${HEAD}components:\n  a: { kind: service }\n  b: { kind: service }\n`;
    const before = parse(text, testVocabulary);
    const after = parse(text.replace('b:', 'c:'), testVocabulary, before);
    expect(Object.keys(after.document.components)).toEqual(['a', 'c']);
    expect(after.document.components.a).toBe(before.document.components.a);
  });

  it('refuses an alias bomb before it goes off', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level <= 12; level += 1)
      lines.push(
        `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    const parsed = parse(`${HEAD}${lines.join('\n')}\n`, testVocabulary);
    expect(parsed.stale).toBe(true);
    expect(parsed.problems.map((problem) => problem.code)).toEqual(['syntax/alias-bomb']);
  });

  it('refuses nesting beyond all measure', () => {
    expect(told(`${HEAD}description: ${'['.repeat(5000)}${']'.repeat(5000)}\n`)[0]).toMatch(
      /syntax\/too-deep \| maps and lists are nested more than 100 deep/,
    );
  });

  it('never reaches the prototype of anything', () => {
    const parsed = parse(
      `${HEAD}components:\n  __proto__: { polluted: yes }\n  a: { kind: service, env: { __proto__: x } }\ncanvas:\n  __proto__: { x: 1, y: 1 }\n`,
      testVocabulary,
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(parsed.document.components)).toBe(Object.prototype);
    expect(parsed.problems.map((problem) => problem.code)).toEqual(Array(3).fill('syntax/forbidden-name'));
  });

  it('keeps what is valid beside what is not', () => {
    const parsed = parse(
      `${HEAD}components:\n  a: { kind: service, scale: { min: 1, max: many }, operations: { b: { work: soon, http: GET /b } } }\n  c: { kind: nothing }\ncanvas:\n  a: { x: 1, y: 2 }\n  c: { x: 1 }\n`,
      testVocabulary,
    );
    expect(parsed.document).toEqual({
      archwright: 1,
      name: 'shop',
      components: { a: { kind: 'service', scale: { min: 1 }, operations: { b: { http: 'GET /b' } } } },
      connections: [],
      layouts: {},
      canvas: { a: { x: 1, y: 2 } },
    });
    expect(parsed.valid).toBe(false);
    expect(parsed.problems).toHaveLength(4);
  });

  it('reads a byte order mark and Windows line endings', () => {
    const parsed = parse(
      `\ufeff${HEAD}components:\n  a: { kind: service, prot: 1 }\n`.replaceAll('\n', '\r\n'),
      testVocabulary,
    );
    expect(parsed.problems.map(({ code, range }) => `${range.line}:${range.column} ${code}`)).toEqual([
      '4:23 schema/unknown-key',
    ]);
    expect(parsed.document.components).toEqual({ a: { kind: 'service' } });
  });
});
