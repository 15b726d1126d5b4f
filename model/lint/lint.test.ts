import { describe, expect, it } from 'vitest';
import { applyEdit } from '../edit/apply.ts';
import { parse } from '../parse/parse.ts';
import type { Problem } from '../problem.ts';
import { largeDocumentText } from '../testing/large.ts';
import { testVocabulary } from '../testing/vocabulary.ts';
import { lint, lintRules } from './lint.ts';

const HEAD = 'archwright: 1\nname: s\ncomponents:\n';

function lintText(text: string): { told: string[]; problems: Problem[]; mend: () => string[] } {
  const parsed = parse(text, testVocabulary);
  expect(parsed.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  const problems = lint(parsed.document, testVocabulary, parsed.locate);
  const mend = () => {
    const edits = problems.flatMap((problem) => problem.fixes?.[0]?.edits ?? []);
    const result = applyEdit(parsed, { type: 'batch', title: 'mend', edits }, testVocabulary);
    if (!result.ok) throw new Error(result.problem.message);
    return lint(result.parsed.document, testVocabulary, result.parsed.locate).map((problem) => problem.code);
  };
  return {
    told: problems.map(({ code, range, message }) => `${range.line} ${code} ${message}`),
    problems,
    mend,
  };
}

/** Rule, document that breaks it, what is told, and a document much like it that does not. */
const CASES: [rule: string, bad: string, told: string[], good: string][] = [
  [
    'shared-database',
    '  a: { kind: service, context: x, operations: { o: { calls: [db.read t] } } }\n  b: { kind: service, context: y, operations: { o: { calls: [db.read t] } } }\n  db: { kind: database, storage: 1Gi }\n',
    ['6 lint/shared-database "db" is used by the contexts x, y'],
    '  a: { kind: service, context: x, operations: { o: { calls: [db.read t] } } }\n  b: { kind: service, context: x, operations: { o: { calls: [db.read t] } } }\n  db: { kind: database, storage: 1Gi }\n',
  ],
  [
    'synchronous-cycle',
    '  a: { kind: service }\n  b: { kind: service }\nconnections:\n  - { from: a, to: b, timeout: 1s }\n  - { from: b, to: a, timeout: 1s }\n',
    ['4 lint/synchronous-cycle these wait for each other: a -> b -> a'],
    '  a: { kind: service }\n  b: { kind: service }\n  q: { kind: queue }\nconnections:\n  - { from: a, to: b, timeout: 1s }\n  - { from: b, to: q }\n  - { from: q, to: a }\n',
  ],
  [
    'missing-timeout',
    '  a: { kind: service, operations: { o: { calls: [b.p] } } }\n  b: { kind: service }\n  c: { kind: external }\nconnections:\n  - { from: b, to: c }\n',
    [
      '4 lint/missing-timeout a waits for b without a timeout',
      '8 lint/missing-timeout b waits for c without a timeout',
    ],
    '  a: { kind: service, operations: { o: { calls: [b.p, db.read t] } } }\n  b: { kind: service }\n  db: { kind: database, storage: 1Gi }\nconnections:\n  - { from: a, to: b, timeout: 1s }\n',
  ],
  [
    'retry-storm',
    '  a: { kind: service }\n  b: { kind: service }\n  c: { kind: service }\n  m: { kind: monitoring }\nconnections:\n  - { from: a, to: b, timeout: 1s, retries: 3 }\n  - { from: b, to: c, timeout: 1s, retries: 2 }\n',
    ['9 lint/retry-storm one request becomes up to 12 along a -> b -> c'],
    '  a: { kind: service }\n  b: { kind: service }\n  c: { kind: service }\n  m: { kind: monitoring }\nconnections:\n  - { from: a, to: b, timeout: 1s, retries: 2 }\n  - { from: b, to: c, timeout: 1s, retries: 2 }\n',
  ],
  [
    'gateway-bypass',
    '  w: { kind: client, workload: { rate: 1/s, mix: { b.o: 100% } } }\n  g: { kind: gateway, routes: { /a: a }, scale: { min: 2 } }\n  a: { kind: service, scale: { min: 2 } }\n  b: { kind: service }\nconnections:\n  - { from: w, to: a }\n',
    [
      '4 lint/gateway-bypass w reaches b past the gateway g',
      '9 lint/gateway-bypass w reaches a past the gateway g',
    ],
    '  w: { kind: client, workload: { rate: 1/s, mix: { a.o: 100% } } }\n  g: { kind: gateway, routes: { /a: a }, scale: { min: 2 } }\n  a: { kind: service, scale: { min: 2 } }\n',
  ],
  [
    'unconsumed-topic',
    '  a: { kind: service, operations: { o: { calls: [q.publish t, q.publish u] }, c: { consumes: q u } } }\n  q: { kind: queue }\n',
    ['4 lint/unconsumed-topic nobody consumes "t" of q, which a publishes'],
    '  a: { kind: service, operations: { o: { calls: [q.publish t] } } }\n  b: { kind: service }\n  q: { kind: queue }\nconnections:\n  - { from: q, to: b }\n',
  ],
  [
    'unpublished-topic',
    '  a: { kind: service, operations: { o: { calls: [q.publish t] }, c: { consumes: q t } } }\n  q: { kind: queue, topics: { t: {}, u: {} } }\n',
    ['5 lint/unpublished-topic nobody publishes "u" of q'],
    '  a: { kind: service, operations: { o: { calls: [q.publish t] }, c: { consumes: q t } } }\n  q: { kind: queue, topics: { t: {} } }\n',
  ],
  [
    'missing-storage',
    '  db: { kind: database }\n',
    ['4 lint/missing-storage "db" does not say how much storage it needs'],
    '  db: { kind: database, storage: 1Gi }\n',
  ],
  [
    'unused-component',
    '  a: { kind: service }\n  b: { kind: external }\n  c: { kind: cache }\n  m: { kind: monitoring }\nconnections:\n  - { from: a, to: c }\n',
    ['5 lint/unused-component "b" is connected to nothing'],
    '  a: { kind: service }\n',
  ],
  [
    'plain-secret',
    '  a: { kind: service, env: { DB_PASSWORD: hunter2, STRIPE_API_KEY: sk_live, DSN: "postgres://u:p@h/d" } }\n',
    [
      '4 lint/plain-secret "DB_PASSWORD" looks like a secret and stands here in plain text',
      '4 lint/plain-secret "STRIPE_API_KEY" looks like a secret and stands here in plain text',
      '4 lint/plain-secret "DSN" looks like a secret and stands here in plain text',
    ],
    '  a: { kind: service, env: { DB_PASSWORD_FILE: /run/x, TOKEN: "", SECRET_NAME: n, PASSWORD: "$PASSWORD", HOST: "http://h:80/a" } }\n',
  ],
  [
    'missing-monitoring',
    '  g: { kind: gateway, routes: { /a: a, /b: b, /c: c } }\n  a: { kind: service }\n  b: { kind: service }\n  c: { kind: service }\n',
    ['3 lint/missing-monitoring nothing watches these 3 services'],
    '  g: { kind: gateway, routes: { /a: a, /b: b } }\n  a: { kind: service }\n  b: { kind: service }\n',
  ],
  [
    'single-point-of-failure',
    '  w: { kind: client }\n  g: { kind: gateway, routes: { /a: a }, scale: { min: 1, max: 1 } }\n  a: { kind: service }\nconnections:\n  - { from: w, to: g }\n',
    ['5 lint/single-point-of-failure w waits for the only replica of "g"'],
    '  w: { kind: client }\n  g: { kind: gateway, routes: { /a: a }, scale: { min: 2 } }\n  a: { kind: service }\nconnections:\n  - { from: w, to: g }\n',
  ],
  [
    'chatty-pair',
    '  a: { kind: service, operations: { o: { calls: [6x b.p, db.read t] } } }\n  b: { kind: service, operations: { p: {} } }\n  db: { kind: database, storage: 1Gi }\nconnections:\n  - { from: a, to: b, timeout: 1s }\n',
    ['4 lint/chatty-pair a.o calls b 6 times'],
    '  a: { kind: service, operations: { o: { calls: [50% b.p, 9x db.read t] } } }\n  b: { kind: service, operations: { p: {} } }\n  db: { kind: database, storage: 1Gi }\nconnections:\n  - { from: a, to: b, timeout: 1s }\n',
  ],
  [
    'distributed-write',
    '  a: { kind: service, operations: { o: { calls: [da.write t, b.p] } } }\n  b: { kind: service, operations: { p: { calls: [db.subtract t.n by n] } } }\n  da: { kind: database, storage: 1Gi }\n  db: { kind: database, storage: 1Gi, tables: { t: { key: id, columns: { id: id, n: integer } } } }\nconnections:\n  - { from: a, to: b, timeout: 1s }\n',
    ['4 lint/distributed-write a.o writes da and db, and nothing mends it when one of them fails'],
    '  a: { kind: service, operations: { o: { calls: [da.write t, b.p, q.publish done] } } }\n  b: { kind: service, operations: { p: { calls: [db.write t] }, c: { consumes: q done } } }\n  da: { kind: database, storage: 1Gi }\n  db: { kind: database, storage: 1Gi }\n  q: { kind: queue }\nconnections:\n  - { from: a, to: b, timeout: 1s }\n',
  ],
  [
    'mixed-contexts',
    '  a: { kind: service, context: x }\n  b: { kind: service, context: y }\n  c: { kind: service, context: y }\n  m: { kind: monitoring }\nconnections:\n  - { from: a, to: b, timeout: 1s }\n  - { from: a, to: c, timeout: 1s }\nlayouts: { half: { units: { u: [a, b] } } }\n',
    ['11 lint/mixed-contexts the unit "u" holds services of the contexts x, y'],
    '  a: { kind: service, context: x }\n  b: { kind: service, context: y }\n  c: { kind: service, context: y }\n  m: { kind: monitoring }\nconnections:\n  - { from: a, to: b, timeout: 1s }\n  - { from: a, to: c, timeout: 1s }\nlayouts: { whole: { units: { u: [a, b, c] } }, modules: { units: { v: [b, c] } } }\n',
  ],
  [
    'ambiguous-route',
    '  g: { kind: gateway, routes: { /a: a } }\n  h: { kind: gateway, routes: { /a/: a, /b: a } }\n  a: { kind: service, scale: { min: 2 } }\n',
    ['5 lint/ambiguous-route /a/ is already answered by the gateway "g"'],
    '  g: { kind: gateway, routes: { /a: a } }\n  h: { kind: gateway, routes: { /b: a } }\n  a: { kind: service, scale: { min: 2 } }\n',
  ],
  [
    'unknown-version',
    '  db: { kind: database, storage: 1Gi, version: 99 }\n',
    ['4 lint/unknown-version there is no version "99" of postgres, as far as is known'],
    '  db: { kind: database, storage: 1Gi, version: 17.2 }\n',
  ],
];

/** Rules whose mending needs a decision that only people can make. */
const UNMENDED = new Set(['chatty-pair', 'distributed-write', 'mixed-contexts']);

describe('lint', () => {
  it.each(CASES)('%s: finds what breaks it, and nothing else', (_rule, bad, told) => {
    expect(lintText(HEAD + bad).told).toEqual(told);
  });

  it.each(CASES)('%s: lets a sound document be', (_rule, _bad, _told, good) => {
    expect(lintText(HEAD + good).told).toEqual([]);
  });

  it.each(CASES.filter(([rule]) => !UNMENDED.has(rule)))('%s: is mended by its fixes', (rule, bad) => {
    expect(lintText(HEAD + bad).mend()).not.toContain(`lint/${rule}`);
  });

  it('has a test of every rule, and every rule its reason and source', () => {
    expect(CASES.map(([rule]) => rule)).toEqual(lintRules.map((rule) => rule.id));
    for (const rule of lintRules) {
      expect(rule.explanation.length).toBeGreaterThan(80);
      expect(rule.source).toMatch(/\((.*)?\d{4}\)/);
    }
  });

  it('never repeats a secret', () => {
    const { problems } = lintText(`${HEAD}  a: { kind: service, env: { DB_PASSWORD: hunter2 } }\n`);
    expect(JSON.stringify(problems)).not.toContain('hunter2');
  });

  it('copes with a large document', () => {
    const parsed = parse(largeDocumentText(300), testVocabulary);
    expect(
      lint(parsed.document, testVocabulary, parsed.locate).every((problem) => problem.range.line > 1),
    ).toBe(true);
  });
});
