import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../parse/parse.ts';
import { testVocabulary } from '../testing/vocabulary.ts';
import { adjacencyOf } from './adjacency.ts';
import { canConnect } from './can-connect.ts';
import { stronglyConnected } from './cycles.ts';
import { edgesOf } from './edges.ts';
import { journeysOf } from './journeys.ts';

const { document } = parse(
  `archwright: 1
name: shop
components:
  web: { kind: client, workload: { rate: 40/s, mix: { orders.create: 75%, search.find: 25% } } }
  edge: { kind: gateway, routes: { /orders: orders } }
  orders:
    kind: service
    operations:
      create:
        calls: [2x stock.reserve, db.write orders, 50% events.publish placed, { cached: carts, key: id, hit: 80%, calls: [db.read orders] }]
  stock: { kind: service, operations: { reserve: { calls: [db.subtract items.stock by n] } } }
  search: { kind: service, operations: { find: {} } }
  mail: { kind: service, operations: { on-placed: { consumes: events placed, calls: [api.send] } } }
  db: { kind: database }
  other-db: { kind: database }
  carts: { kind: cache }
  events: { kind: queue }
  bus: { kind: queue }
  api: { kind: external }
  watch: { kind: monitoring }
connections:
  - { from: orders, to: stock, timeout: 300ms, retries: 2 }
  - { from: search, to: db }
`,
  testVocabulary,
);

describe('edgesOf', () => {
  const edges = edgesOf(document, testVocabulary);

  it('has one edge per caller, callee and protocol, arrows as data flows', () => {
    expect(edges.map(({ id, origins }) => `${id} ${origins.join('+')}`)).toEqual([
      'web>edge:rest workload',
      'web>search:rest workload',
      'edge>orders:rest route',
      'orders>stock:rest call+connection',
      'orders>db:sql call',
      'orders>events:messaging publish',
      'orders>carts:redis call',
      'stock>db:sql call',
      'events>mail:messaging consume',
      'mail>api:rest call',
      'search>db:sql connection',
    ]);
  });

  it('carries calls, topics, and what the connection says', () => {
    const edge = (id: string) => edges.find((candidate) => candidate.id === id);
    expect(edge('orders>stock:rest')).toMatchObject({
      timeout: '300ms',
      retries: 2,
      synchronous: true,
      calls: [{ operation: 'create', spec: 'stock.reserve' }],
    });
    expect(edge('orders>events:messaging')).toMatchObject({ topics: ['placed'], synchronous: false });
    expect(edge('events>mail:messaging')?.topics).toEqual(['placed']);
    expect(edge('orders>db:sql')?.calls.map((call) => call.spec)).toEqual([
      'db.write orders',
      'db.read orders',
    ]);
  });

  it('gives the edges at a component', () => {
    const { out, into } = adjacencyOf(edges);
    expect(out.get('orders')?.map((edge) => edge.to)).toEqual(['stock', 'db', 'events', 'carts']);
    expect(into.get('db')?.map((edge) => edge.from)).toEqual(['orders', 'stock', 'search']);
  });
});

describe('canConnect', () => {
  it.each([
    ['orders', 'search', 'rest', 'grpc'],
    ['orders', 'other-db', 'sql'],
    ['orders', 'carts', 'redis'],
    ['orders', 'api', 'rest'],
    ['orders', 'bus', 'messaging'],
    ['bus', 'orders', 'messaging'],
    ['web', 'edge', 'rest'],
    ['edge', 'search', 'rest'],
  ])('lets %s be connected to %s in %s', (from, to, ...protocols) => {
    expect(canConnect(document, testVocabulary, from, to)).toEqual({
      ok: true,
      protocol: protocols[0],
      protocols,
    });
  });

  it.each([
    ['orders', 'orders', 'a component cannot be connected to itself'],
    ['orders', 'stock', 'orders is already connected to stock'],
    ['orders', 'nobody', 'there is no component "nobody"'],
    ['constructor', 'orders', 'there is no component "constructor"'],
    [
      'events',
      'bus',
      'messages go from a service to a broker and from a broker to a service, not between brokers',
    ],
    ['web', 'events', 'a client cannot publish messages; only a service can'],
    ['events', 'db', 'a database cannot consume messages; only a service can'],
    ['orders', 'web', 'nothing calls a client: the arrow goes from the client to what it calls'],
    ['api', 'orders', 'an external API calls nobody: the arrow goes from the caller to it'],
    ['db', 'orders', 'a database calls nobody: the arrow goes from the caller to it'],
    ['orders', 'watch', 'a monitoring component accepts no calls'],
    ['web', 'db', 'a client does not speak sql, which a database wants; put a service between them'],
  ])('refuses %s to %s: %s', (from, to, reason) => {
    expect(canConnect(document, testVocabulary, from, to)).toEqual({ ok: false, reason });
  });
});

describe('journeysOf', () => {
  it('follows calls and messages, and multiplies how often they happen', () => {
    const [create, find] = journeysOf(document);
    expect(create).toMatchObject({ client: 'web', component: 'orders', operation: 'create', rate: 30 });
    expect(
      create?.steps.map(
        ({ caller, call, expected, depth, asynchronous }) =>
          `${caller} ${call.spec} ${Number(expected.toFixed(6))} ${depth}${asynchronous ? ' later' : ''}`,
      ),
    ).toEqual([
      'orders.create stock.reserve 2 1',
      'stock.reserve db.subtract items.stock by n 2 2',
      'orders.create db.write orders 1 1',
      'orders.create events.publish placed 0.5 1',
      'mail.on-placed api.send 0.5 1 later',
      'orders.create carts.get by id 1 1',
      'orders.create db.read orders 0.2 1',
      'orders.create carts.set by id 0.2 1',
    ]);
    expect(find).toMatchObject({ component: 'search', rate: 10, steps: [] });
  });

  it('ends in a circle', () => {
    const circle = parse(
      'archwright: 1\nname: s\ncomponents:\n  w: { kind: client, workload: { rate: 1/s, mix: { a.b: 100% } } }\n  a: { kind: service, operations: { b: { calls: [50% a.b] } } }\n',
      testVocabulary,
    );
    expect(journeysOf(circle.document)[0]?.steps).toHaveLength(1);
  });
});

describe('stronglyConnected', () => {
  it('finds the circles, each from its first node and as short as can be', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'a']],
      ['c', ['a']],
      ['d', ['d', 'a']],
      ['e', ['a']],
    ]);
    expect(stronglyConnected(graph)).toEqual([['a', 'b'], ['d']]);
  });

  it('says a circle exactly where a node reaches itself', () => {
    const node = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 10 }), (pairs) => {
        const graph = new Map<string, string[]>();
        for (const [from, to] of pairs) graph.set(from, [...(graph.get(from) ?? []), to]);
        const circular = [...graph.keys()].filter((start) => reaches(graph, start, start));
        const circles = stronglyConnected(graph);
        expect(circles.length > 0).toBe(circular.length > 0);
        for (const circle of circles)
          for (const [index, from] of circle.entries())
            expect(graph.get(from)).toContain(circle[(index + 1) % circle.length]);
      }),
    );
  });
});

function reaches(graph: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [...(graph.get(from) ?? [])];
  for (const node of open) {
    if (node === to) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    open.push(...(graph.get(node) ?? []));
  }
  return false;
}
