import { stripTypeScriptTypes } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArchDocument } from '#model';
import { hostileText } from '../testing/arbitrary.ts';
import { documentFrom, filesOf } from '../testing/documents.ts';

/** Names that mean something in TypeScript, in JavaScript's objects or in SQL. */
const WORDS = [
  'class',
  'delete',
  'new',
  'await',
  'input',
  'ports',
  'unit',
  'config',
  'run',
  'test',
  'user',
  'select',
  'to-string',
  'cache',
  'table',
  'a-1',
  'a1',
];
const label = fc.oneof(fc.constantFrom(...WORDS), fc.stringMatching(/^[a-z]([-a-z0-9]{0,12}[a-z0-9])?$/));
const field = fc
  .oneof(
    fc.constantFrom('default', 'arguments', 'toString', '_', 'productId', 'product_id', 'order'),
    fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,8}$/),
  )
  .filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
const type = fc.constantFrom('id', 'string', 'integer', 'number', 'boolean', 'timestamp', 'string[]');
const shape = fc.dictionary(field, type, { minKeys: 1, maxKeys: 4 });

/** A service with odd names, and a database whose rows somebody filled with whatever. */
const system: fc.Arbitrary<ArchDocument> = fc
  .record({
    names: fc.uniqueArray(label, { minLength: 3, maxLength: 3 }),
    operation: label,
    description: hostileText,
    value: hostileText,
    columns: fc.uniqueArray(field, { minLength: 2, maxLength: 4 }),
    input: shape,
    output: shape,
  })
  .map(({ names, operation, description, value, columns, input, output }) => {
    const [service = '', database = '', queue = ''] = names;
    const [key = '', first = ''] = columns;
    const preset = { type: 'string', default: value };
    return documentFrom(
      JSON.stringify({
        archwright: 1,
        name: 'odd',
        description,
        components: {
          [service]: {
            kind: 'service',
            description,
            operations: {
              [operation]: {
                description,
                http: 'POST /things',
                input,
                output,
                calls: [`${database}.write things`, `${database}.read things`, `10% ${queue}.publish made`],
              },
            },
          },
          [database]: {
            kind: 'database',
            engine: 'postgres',
            description,
            tables: {
              things: {
                key,
                columns: { ...Object.fromEntries(columns.map((name) => [name, 'string'])), [first]: preset },
                rows: [{ [key]: value, [first]: value }],
              },
            },
          },
          [queue]: { kind: 'queue', engine: 'rabbitmq', topics: { made: { description, payload: input } } },
        },
      }),
    );
  });

describe('whatever people write', () => {
  it('stays inside the services that it lands in, by the judgement of their readers', () => {
    fc.assert(
      fc.property(system, (document) => {
        for (const [path, { content }] of filesOf(document, ['services'])) {
          expect(path).toMatch(/^services\/(?!.*(^|\/)\.\.(\/|$))[\w./-]+$/);
          if (path.includes('/runtime/')) continue;
          if (path.endsWith('.ts')) expect(() => stripTypeScriptTypes(content), path).not.toThrow();
          if (path.endsWith('.json')) expect(() => JSON.parse(content), path).not.toThrow();
          if (path.endsWith('Dockerfile'))
            expect(content).toMatch(/^((FROM|WORKDIR|COPY|RUN|ENV|USER|EXPOSE|CMD|#) ?[^\n]*\n|\n)+$/);
          if (path.endsWith('.sql'))
            expect(outsideTexts(content)).not.toMatch(/touch|drop table things|script|rm -rf/i);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('comes out of the database as it was written', () => {
    fc.assert(
      fc.property(system, (document) => {
        const database = Object.values(document.components).find(({ kind }) => kind === 'database');
        const rows = database?.kind === 'database' ? (database.tables?.things?.rows ?? []) : [];
        const [sql] = [...filesOf(document, ['services'])]
          .filter(([path]) => path.endsWith('.sql'))
          .map(([, { content }]) => content);
        for (const value of Object.values(rows[0] ?? {})) {
          const literal = `'${String(value).replaceAll('\0', '').replaceAll("'", "''")}'`;
          expect(sql).toContain(literal);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** SQL without its texts and comments: what the server takes for commands. */
function outsideTexts(sql: string): string {
  return sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*/g, '');
}
