import { describe, expect, it } from 'vitest';
import { parse } from '../parse/parse.ts';
import { testVocabulary } from '../testing/vocabulary.ts';
import { canConnect } from './can-connect.ts';
import { edgesOf } from './edges.ts';
import { isBroker, operationsOf } from './roles.ts';

const text = `
archwright: 1
name: shop
components:
  orders: { kind: service, operations: { create: { calls: [events.publish placed, db.write orders] } } }
  nightly: { kind: job, schedule: 30 2 * * *, time-zone: Europe/Berlin, work: 2s, calls: [orders.create, db.read orders] }
  db: { kind: database }
  events: { kind: stream, topics: { placed: { partitions: 6, retention: 168h } } }
  media: { kind: storage, buckets: [videos] }
  registry: { kind: discovery }
`;

describe('kinds with a part of their own', () => {
  const { document, problems } = parse(text, testVocabulary);

  it('are read', () => {
    expect(problems).toEqual([]);
    expect(isBroker(document.components.events)).toBe(true);
    expect(isBroker(document.components.db)).toBe(false);
  });

  it('gives a job the one operation that it is, the same object every time', () => {
    const { nightly } = document.components;
    expect(Object.keys(operationsOf(nightly))).toEqual(['run']);
    expect(operationsOf(nightly)).toBe(operationsOf(nightly));
    expect(operationsOf(document.components.db)).toEqual({});
  });

  it('draws what a job calls', () => {
    expect(edgesOf(document, testVocabulary).map(({ id }) => id)).toEqual([
      'orders>events:messaging',
      'orders>db:sql',
      'nightly>orders:rest',
      'nightly>db:sql',
    ]);
  });

  it('tells the place of a wrong call of a job', () => {
    const { problems: wrong } = parse(
      text.replace('orders.create, db.read', 'orders.creat, db.read'),
      testVocabulary,
    );
    expect(wrong.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['components.nightly.calls.0', '"orders" has no operation "creat"'],
    ]);
  });

  it('follows a renamed component into the calls of a job', async () => {
    const { applyEdit } = await import('../edit/apply.ts');
    const result = applyEdit(
      parse(text, testVocabulary),
      { type: 'rename-component', from: 'orders', to: 'ordering' },
      testVocabulary,
    );
    expect(result.ok && result.parsed.text).toContain('calls: [ordering.create, db.read orders]');
  });

  it.each([
    ['media.put videos', 'the call does not say which field is the key of the object'],
    ['media.get pictures by id', '"media" has no bucket "pictures"'],
    ['media.read videos by id', '"read" is nothing that a storage does'],
  ])('refuses %s', (call, message) => {
    const { problems: wrong } = parse(text.replace('db.write orders', call), testVocabulary);
    expect(wrong.map((problem) => problem.message)).toEqual([message]);
  });

  it.each([
    ['every minute', false],
    ['* * * *', false],
    ['*/5 0-6 1,15 * 1-5', true],
    ['61 2 * * *; rm', false],
  ])('takes %j for a schedule: %s', (schedule, valid) => {
    expect(parse(text.replace('30 2 * * *', JSON.stringify(schedule)), testVocabulary).valid).toBe(valid);
  });

  it('lets a job publish but not consume', () => {
    expect(canConnect(document, testVocabulary, 'nightly', 'events').ok).toBe(true);
    expect(canConnect(document, testVocabulary, 'events', 'nightly')).toEqual({
      ok: false,
      reason: 'a job runs by the clock: only a service can consume messages',
    });
  });
});
