import { describe, expect, it } from 'vitest';
import { applyEdit } from '../edit/apply.ts';
import { parse } from '../parse/parse.ts';
import { testVocabulary } from '../testing/vocabulary.ts';

const SHOP = `archwright: 1
name: shop
components:
  web: { kind: client, workload: { rate: 40/s, mix: { orders.create: 100% } } }
  edge: { kind: gateway, routes: { /orders: orders } }
  orders:
    kind: service
    operations:
      create:
        http: POST /orders
        calls: [orders-db.write orders, events.publish placed, { cached: carts, key: id, calls: [orders-db.read orders] }]
      on-paid: { consumes: events paid }
  orders-db: { kind: database, tables: { orders: { key: id, columns: { id: id, total: number } } } }
  events: { kind: queue, topics: { placed: {}, paid: {} } }
  carts: { kind: cache }
connections:
  - { from: orders, to: events }
layouts:
  mono: { units: { all: [orders] }, omit: [carts] }
canvas:
  orders: { x: 1, y: 2 }
`;

/** What is told after one replacement in a sound document. */
function toldAfter(from: string, to: string): string[] {
  expect(SHOP).toContain(from);
  const parsed = parse(SHOP.replace(from, to), testVocabulary);
  return parsed.problems.map(
    ({ range, severity, code, message, hint }) =>
      `${range.line}:${range.column} ${severity} ${code} | ${message}${hint === undefined ? '' : ` | ${hint}`}`,
  );
}

const TABLE: [string, string, string, string][] = [
  [
    'a route to nothing',
    '/orders: orders }',
    '/orders: order }',
    '5:45 error reference/unknown-component | there is no component "order" | did you mean "orders"?',
  ],
  [
    'a route to a store',
    '/orders: orders }',
    '/orders: carts }',
    '5:45 error reference/wrong-kind | "carts" is a cache; a route leads to a service',
  ],
  [
    'an unknown operation in a mix',
    'orders.create:',
    'orders.crate:',
    '4:55 error reference/unknown-operation | "orders" has no operation "crate" | did you mean "create"?',
  ],
  [
    'a mix that is not 100%',
    '100%',
    '60%',
    '4:48 warning reference/mix-sum | the shares of the mix add up to 60%, not 100%',
  ],
  [
    'a call of nothing',
    'orders-db.write orders,',
    'ordersdb.write orders,',
    '11:17 error reference/unknown-component | there is no component "ordersdb" | did you mean "orders-db"?',
  ],
  [
    'a call that is none',
    'orders-db.write orders,',
    'orders-db write orders,',
    '11:17 error reference/call-form | "orders-db write orders" is not a call such as payments.charge, orders-db.write orders or 10% payments.refund',
  ],
  [
    'an unknown verb',
    'orders-db.write orders,',
    'orders-db.wirte orders,',
    '11:17 error reference/unknown-verb | "wirte" is nothing that a database does | did you mean "write"?',
  ],
  [
    'an unknown table',
    'orders-db.write orders,',
    'orders-db.write order,',
    '11:17 error reference/unknown-table | "orders-db" has no table "order" | did you mean "orders"?',
  ],
  [
    'an unknown column',
    'orders-db.write orders,',
    'orders-db.add orders.totl by n,',
    '11:17 error reference/unknown-column | the table "orders" has no column "totl" | did you mean "total"?',
  ],
  [
    'a change without an amount',
    'orders-db.write orders,',
    'orders-db.add orders.total,',
    '11:17 error reference/no-column | "add" needs a column and a field that says by how much',
  ],
  [
    'an unknown topic',
    'events.publish placed',
    'events.publish place',
    '11:41 error reference/unknown-topic | "events" has no topic "place" | did you mean "placed"?',
  ],
  [
    'a publication of nothing',
    'events.publish placed',
    'events.publish',
    '11:41 error reference/no-topic | the call does not say which topic it publishes',
  ],
  [
    'a call of a client',
    'events.publish placed',
    'web.visit',
    '11:41 error reference/not-callable | "web" is a client, which no operation can call',
  ],
  [
    'a cache that is none',
    'cached: carts',
    'cached: orders-db',
    '11:74 error reference/wrong-kind | "orders-db" is a database; only a cache keeps results of calls',
  ],
  [
    'a consumed topic that is none',
    'consumes: events paid',
    'consumes: events payd',
    '12:28 error reference/unknown-topic | "events" has no topic "payd" | did you mean "paid"?',
  ],
  [
    'a queue that is none',
    'consumes: events paid',
    'consumes: carts paid',
    '12:28 error reference/wrong-kind | "carts" is a cache; messages are consumed from a queue or a stream',
  ],
  [
    'a key that is no column',
    'key: id, columns',
    'key: orderId, columns',
    '13:57 error reference/unknown-column | the table "orders" has no column "orderId" to be its key | column: id, total',
  ],
  [
    'a connection to nothing',
    'to: events }',
    'to: event }',
    '17:25 error reference/unknown-component | there is no component "event" | did you mean "events"?',
  ],
  [
    'a connection to a client',
    'to: events }',
    'to: web }',
    '17:5 error reference/connection | orders cannot be connected to web: nothing calls a client: the arrow goes from the client to what it calls',
  ],
  [
    'a connection to itself',
    'to: events }',
    'to: orders }',
    '17:5 error reference/connection | orders cannot be connected to orders: a component cannot be connected to itself',
  ],
  [
    'a wrong protocol',
    'to: events }',
    'to: orders-db, protocol: rest }',
    '17:46 error reference/protocol | orders and orders-db cannot talk in "rest" | protocol: sql',
  ],
  [
    'a connection drawn twice',
    '  - { from: orders, to: events }\n',
    '  - { from: orders, to: events }\n  - { from: orders, to: events }\n',
    '18:5 warning reference/duplicate-connection | orders is already connected to events | remove one of the two',
  ],
  [
    'a unit of nothing',
    'all: [orders]',
    'all: [order]',
    '19:26 error reference/unknown-component | there is no component "order" | did you mean "orders"?',
  ],
  [
    'a unit that packs a store',
    'all: [orders]',
    'all: [orders, orders-db]',
    '19:34 error reference/wrong-kind | "orders-db" is a database; a unit packs services',
  ],
  [
    'a component in two units',
    'all: [orders]',
    'all: [orders], b: [orders]',
    '19:39 error reference/packed-twice | "orders" is already packed into "all" | a component is part of one unit',
  ],
  [
    'a unit under another name',
    'all: [orders]',
    'edge: [orders]',
    '19:20 error reference/unit-name | the unit "edge" has the name of a component that it does not pack',
  ],
  [
    'a part that is packed and left out',
    'omit: [carts]',
    'omit: [orders]',
    '19:44 error reference/omitted | "orders" is left out and packed into "all" at once',
  ],
  [
    'a position of nothing',
    '  orders: { x: 1',
    '  order: { x: 1',
    '21:3 warning reference/stale-position | there is no component "order", so its position means nothing | remove it',
  ],
  [
    'image and build at once',
    '  carts: { kind: cache }',
    '  carts: { kind: cache }\n  old: { kind: service, image: a/b, build: ./b }',
    '16:37 error reference/image-and-build | a service is either an existing image or built from source, not both | remove image or build',
  ],
  [
    'calls that never end',
    'on-paid: { consumes: events paid }',
    'on-paid: { consumes: events paid, calls: [orders.on-paid] }',
    '12:7 error reference/endless-calls | these calls never end: orders.on-paid -> orders.on-paid | break the circle: make a call conditional (10% ...), publish a message instead, or remove one',
  ],
  [
    'two operations for one request',
    'on-paid: { consumes: events paid }',
    'again: { http: POST /orders }',
    '12:22 error reference/duplicate-route | POST /orders is already answered by the operation "create"',
  ],
];

describe('references', () => {
  it('finds nothing in a sound document', () => {
    expect(toldAfter('name: shop', 'name: shop')).toEqual([]);
  });

  it.each(TABLE)('tells %s', (_name, from, to, expected) => {
    expect(toldAfter(from, to)).toEqual([expected]);
  });

  it('lets sketches be: services without operations, tables or topics that nobody listed', () => {
    const text =
      'archwright: 1\nname: s\ncomponents:\n  a: { kind: service, operations: { b: { calls: [c.anything, db.read things, q.publish x, api.call] } } }\n  c: { kind: service }\n  db: { kind: database }\n  q: { kind: queue }\n  api: { kind: external }\n';
    expect(parse(text, testVocabulary).problems).toEqual([]);
  });

  it('lets conditional and cached circles be', () => {
    const text = (call: string) =>
      `archwright: 1\nname: s\ncomponents:\n  a: { kind: service, operations: { b: { calls: [c.d] } } }\n  c: { kind: service, operations: { d: { calls: [${call}] } } }\n  k: { kind: cache }\n`;
    expect(parse(text('10% a.b'), testVocabulary).problems).toEqual([]);
    expect(parse(text('{ cached: k, key: id, calls: [a.b] }'), testVocabulary).problems).toEqual([]);
    expect(parse(text('a.b'), testVocabulary).problems.map((problem) => problem.message)).toEqual([
      'these calls never end: a.b -> c.d -> a.b',
    ]);
  });

  it.each(
    TABLE.filter(([, , , told]) =>
      /did you mean|remove it|packed-twice|duplicate-connection|image-and-build/.test(told),
    ),
  )('mends %s by its fix', (_name, from, to) => {
    const parsed = parse(SHOP.replace(from, to), testVocabulary);
    const fix = parsed.problems[0]?.fixes?.[0];
    if (fix === undefined) throw new Error('the problem has no fix');
    const result = applyEdit(parsed, { type: 'batch', title: fix.title, edits: fix.edits }, testVocabulary);
    if (!result.ok) throw new Error(result.problem.message);
    expect(result.parsed.problems).toEqual([]);
  });

  it('checks a component again when what it refers to changes', () => {
    const before = parse(SHOP, testVocabulary);
    const renamed = parse(SHOP.replace('tables: { orders:', 'tables: { order:'), testVocabulary, before);
    expect(renamed.problems.map((problem) => problem.code)).toEqual([
      'reference/unknown-table',
      'reference/unknown-table',
    ]);
    expect(parse(SHOP, testVocabulary, renamed).problems).toEqual([]);
  });
});
