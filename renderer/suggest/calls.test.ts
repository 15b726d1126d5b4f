import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { parse } from '#model';
import { callsTo, componentNames, contextNames, operationsToCall, topicsToConsume } from './calls.ts';

const { document } = parse(
  `archwright: 1
name: shop
components:
  orders:
    kind: service
    context: ordering
    operations: { create-order: { http: POST /orders } }
  payments:
    kind: service
    operations: { charge: { http: POST /payments } }
  stock-db:
    kind: database
    engine: postgres
    tables: { products: { key: productId, columns: { productId: id, stock: integer } } }
  events: { kind: queue, engine: rabbitmq, topics: { order-placed: {} } }
`,
  catalog.vocabulary,
);

describe('suggestions from the document', () => {
  it('writes out every call that could be made, but those to itself', () => {
    const calls = callsTo(document, catalog.vocabulary, 'orders');
    expect(calls).toContain('payments.charge');
    expect(calls).toContain('stock-db.write products');
    expect(calls).toContain('stock-db.subtract products.stock by stock');
    expect(calls).toContain('events.publish order-placed');
    expect(calls).not.toContain('orders.create-order');
  });

  it('names topics, operations, components and contexts', () => {
    expect(topicsToConsume(document)).toEqual(['events order-placed']);
    expect(operationsToCall(document)).toEqual(['orders.create-order', 'payments.charge']);
    expect(componentNames(document, 'service')).toEqual(['orders', 'payments']);
    expect(contextNames(document)).toEqual(['ordering']);
  });
});
