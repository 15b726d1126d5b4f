import { expect, test } from 'vitest';
import { catalog } from '#catalog';
import { applyEdit, parse } from '#model';
import { editsOf, fragmentFrom, fragmentText } from './fragment.ts';

const SOURCE = `archwright: 1
name: shop
components:
  orders:
    kind: service
    operations:
      create: { http: POST /orders, calls: [orders-db.write orders, payments.charge] }
  orders-db: { kind: database, tables: { orders: { key: id, columns: { id: id } } } }
  payments: { kind: service, operations: { charge: {} } }
connections:
  - { from: orders, to: orders-db, timeout: 300ms }
  - { from: orders, to: payments }
canvas:
  orders: { x: 0, y: 0 }
  orders-db: { x: 400, y: 0 }
`;
const vocabulary = catalog.vocabulary;
const read = (text: string) => parse(text, vocabulary);
const shop = read(SOURCE);
const copied = fragmentText(
  shop.document,
  new Set(['orders', 'orders-db']),
  (name) => shop.document.canvas[name],
);

test('copies components, the connections among them and their places, in the format of documents', () => {
  const fragment = fragmentFrom(
    copied,
    read('archwright: 1\nname: other\ncomponents: {}\n').document,
    vocabulary,
  );
  expect(Object.keys(fragment?.components ?? {})).toEqual(['orders', 'orders-db']);
  expect(fragment?.connections).toEqual([{ from: 'orders', to: 'orders-db', timeout: '300ms' }]);
  expect(fragment?.canvas).toEqual({ orders: { x: 0, y: 0 }, 'orders-db': { x: 400, y: 0 } });
});

test('names that are taken change, and references among the copies follow; references to others stay', () => {
  const fragment = fragmentFrom(copied, shop.document, vocabulary);
  expect(Object.keys(fragment?.components ?? {})).toEqual(['orders-2', 'orders-db-2']);
  expect(JSON.stringify(fragment?.components)).toContain('orders-db-2.write orders');
  expect(JSON.stringify(fragment?.components)).toContain('payments.charge');
  expect(fragment?.connections[0]).toMatchObject({ from: 'orders-2', to: 'orders-db-2' });
});

test('pasting adds everything in one edit that the document accepts', () => {
  const fragment = fragmentFrom(copied, shop.document, vocabulary);
  const edits = fragment ? editsOf(fragment, () => ({ x: 8, y: 8 })) : [];
  const result = applyEdit(shop, { type: 'batch', title: 'paste', edits }, vocabulary);
  expect(result.ok && Object.keys(result.parsed.document.components)).toEqual([
    'orders',
    'orders-db',
    'payments',
    'orders-2',
    'orders-db-2',
  ]);
  expect(result.ok && result.parsed.problems).toEqual([]);
});

test.each(['', 'just words', '{{{', 'components: {}', '- a\n- b'])(
  'text without components is none: %j',
  (text) => {
    expect(fragmentFrom(text, shop.document, vocabulary)).toBeUndefined();
  },
);
