import { describe, expect, it } from 'vitest';
import { documentFrom, filesOf } from '../../testing/documents.ts';

const STORES = `
  things-db:
    kind: database
    engine: postgres
    tables: { things: { key: thingId, columns: { thingId: id, name: string, stock: integer, soldAt: timestamp, madeAt: { type: timestamp, default: now } } } }
  hot: { kind: cache, engine: redis }
  news: { kind: queue, engine: rabbitmq, topics: { made: { payload: { thingId: id, name: string } } } }
  other:
    kind: service
    operations:
      get-price: { input: { thingId: id }, output: { cents: integer } }
      list-parts: { output: [{ part: string }] }
      keep: { input: { soldAt: timestamp } }
      make: { input: { name: string, stock: integer }, calls: [things-db.write things] }
`;

/** Body of the handler of an operation of the service `it`. */
function bodyOf(operation: string): string {
  const document = documentFrom(
    `archwright: 1\nname: demo\ncomponents:\n  it: { kind: service, operations: { work: ${operation} } }\n${STORES}`,
  );
  const text = filesOf(document, ['services']).get('services/modules/it/src/handlers/work.ts')?.content ?? '';
  return text
    .slice(text.indexOf('> {\n') + 4, text.lastIndexOf('\n}'))
    .split('\n')
    .map((line) => line.slice(2))
    .join('\n');
}

describe('calls as code', () => {
  it('take what they need from the input and from what came before', () => {
    const calls = '[other.get-price, things-db.read things, news.publish made]';
    expect(
      bodyOf(`{ input: { thingId: id }, output: { name: string, cents: integer }, calls: ${calls} }`),
    ).toBe(
      [
        'const price = await ports.other.getPrice({ thingId: input.thingId });',
        'const thing = await ports.thingsDb.things.get(input.thingId);',
        "await ports.news.publish('made', { thingId: input.thingId, name: thing.name });",
        'return { name: thing.name, cents: price.cents };',
      ].join('\n'),
    );
  });

  it('begin with the processor time that the document declares', () => {
    expect(bodyOf('{ work: 1500us, calls: [other.list-parts] }')).toBe(
      'await work(1.5);\nawait ports.other.listParts({});',
    );
    expect(bodyOf('{ work: { mean: 3ms, distribution: gamma, cv: 0.5 } }')).toBe(
      "await work({ meanMs: 3, distribution: 'gamma', cv: 0.5 });",
    );
  });

  it('list rows by what the input says, and shape each', () => {
    expect(
      bodyOf(
        '{ http: GET /x, input: { name: string }, output: [{ thingId: id, stock: integer }], calls: [things-db.read things] }',
      ),
    ).toBe(
      [
        'const things = await ports.thingsDb.things.find({ name: input.name });',
        'return things.map((thing) => ({ thingId: thing.thingId, stock: thing.stock }));',
      ].join('\n'),
    );
  });

  it('read through a cache', () => {
    expect(
      bodyOf(
        '{ input: { thingId: id }, output: { name: string }, calls: [{ cached: hot, key: thingId, ttl: 2m, calls: [things-db.read things] }] }',
      ),
    ).toBe(
      [
        "const thing = await ports.hot.through('work', input.thingId, { ttlMs: 120000 }, () =>",
        '  ports.thingsDb.things.get(input.thingId),',
        ');',
        'return { name: thing.name };',
      ].join('\n'),
    );
  });

  it('run at the same time, sometimes, or several times', () => {
    expect(
      bodyOf(
        '{ input: { thingId: id, n: integer }, calls: [{ all: [other.list-parts, 50% other.get-price] }, 10% things-db.delete things, 3x things-db.subtract things.stock by n] }',
      ),
    ).toBe(
      [
        'await Promise.all([',
        '  ports.other.listParts({}),',
        '  (async () => {',
        '    if (chance(0.5)) {',
        '      await ports.other.getPrice({ thingId: input.thingId });',
        '    }',
        '  })(),',
        ']);',
        'if (chance(0.1)) {',
        '  await ports.thingsDb.things.delete(input.thingId);',
        '}',
        "await repeat(3, () => ports.thingsDb.things.subtract(input.thingId, 'stock', input.n));",
      ].join('\n'),
    );
  });

  it('insist on what the database may not know yet, where it is needed', () => {
    expect(
      bodyOf(
        '{ input: { thingId: id }, output: { soldAt: timestamp }, calls: [things-db.read things, other.keep] }',
      ),
    ).toBe(
      [
        'const thing = await ports.thingsDb.things.get(input.thingId);',
        "await ports.other.keep({ soldAt: present(thing.soldAt, 'soldAt') });",
        'return { soldAt: thing.soldAt };',
      ].join('\n'),
    );
  });

  it('say where the document does not tell what to give', () => {
    expect(bodyOf('{ input: { thingId: id }, output: { total: number }, calls: [other.keep] }')).toBe(
      [
        'await ports.other.keep({',
        '  soldAt: new Date().toISOString(), // the document does not say where this comes from',
        '});',
        'return {',
        '  total: 0, // the document does not say where this comes from',
        '};',
      ].join('\n'),
    );
  });

  it('keep in a cache what the operation gives, and know it when they get it', () => {
    expect(
      bodyOf(
        '{ input: { thingId: id, name: string }, output: { name: string }, calls: [hot.set thing by thingId, hot.get thing by thingId, hot.delete thing by name] }',
      ),
    ).toBe(
      [
        "await ports.hot.set('thing', input.thingId, { name: input.name });",
        "await ports.hot.get('thing', input.thingId);",
        "await ports.hot.delete('thing', input.name);",
        'return { name: input.name };',
      ].join('\n'),
    );
  });
});
