import { describe, expect, it } from 'vitest';
import { applyEdit, lint, parse } from '#model';
import { catalog } from './index.ts';

const { vocabulary } = catalog;

function documentWith(database: object, service: object = {}): string {
  const components = {
    orders: {
      kind: 'service',
      operations: { list: { http: 'GET /orders', calls: ['orders-db.read'] } },
      ...service,
    },
    'orders-db': { kind: 'database', storage: '1Gi', ...database },
  };
  return JSON.stringify({ archwright: 1, name: 'shop', components }, undefined, 2);
}

function findings(text: string, code: string) {
  const parsed = parse(text, vocabulary);
  expect(parsed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return lint(parsed.document, vocabulary, parsed.locate).filter(
    (problem) => problem.code === `lint/${code}`,
  );
}

/** The document after the first fix of the first finding. */
function fixed(text: string, code: string): string {
  let parsed = parse(text, vocabulary);
  for (const edit of findings(text, code)[0]?.fixes?.[0]?.edits ?? []) {
    const result = applyEdit(parsed, edit, vocabulary);
    if (result.ok) parsed = result.parsed;
  }
  return parsed.text;
}

describe.each([
  ['postgres-connections', { engine: 'postgres' }, { scale: { min: 2, max: 12 } }],
  ['mysql-connections', { engine: 'mysql' }, { scale: { min: 2, max: 16 } }],
  ['mariadb-connections', { engine: 'mariadb', 'max-connections': 40 }, { scale: { max: 5 } }],
  ['mysql-short-support', { engine: 'mysql', version: '9.3.1' }, {}],
  ['mariadb-short-support', { engine: 'mariadb', version: '11.7' }, {}],
  ['mongodb-short-support', { engine: 'mongodb', version: '8.2' }, {}],
  ['mongodb-memory', { engine: 'mongodb', resources: { memory: '256Mi' } }, {}],
  ['elasticsearch-whole-version', { engine: 'elasticsearch', version: '9.2' }, {}],
  ['elasticsearch-memory', { engine: 'elasticsearch', resources: { memory: '512Mi' } }, {}],
  ['postgres-ended', { engine: 'postgres', version: '13.4' }, {}],
])('%s', (code, database, service) => {
  it('finds it, and offers what ends it', () => {
    const text = documentWith(database, service);
    expect(findings(text, code)).toHaveLength(1);
    expect(findings(fixed(text, code), code)).toEqual([]);
  });

  it('has nothing to say of the engine as it is by default', () => {
    expect(findings(documentWith({ engine: database.engine }), code)).toEqual([]);
  });
});

describe('elasticsearch-only-store', () => {
  const code = 'elasticsearch-only-store';

  it('tells of data that are kept nowhere else', () => {
    expect(findings(documentWith({ engine: 'elasticsearch' }), code)).toHaveLength(1);
  });

  it('has nothing to say where events fill the index', () => {
    const service = { operations: { index: { consumes: 'events placed', calls: ['orders-db.write'] } } };
    const text = JSON.parse(documentWith({ engine: 'elasticsearch' }, service));
    text.components.events = { kind: 'queue', topics: { placed: {} } };
    expect(findings(JSON.stringify(text), code)).toEqual([]);
  });
});
