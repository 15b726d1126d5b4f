import { expect, test } from 'vitest';
import { journeyThrough } from './journey.ts';
import { testScene } from './testing.ts';

const scene = testScene(`
components:
  web: { kind: client, workload: { rate: 1/s, mix: { orders.place: 50%, orders.list: 50% } } }
  edge: { kind: gateway, routes: { /orders: orders } }
  orders:
    kind: service
    operations:
      place: { http: POST /orders, calls: [payments.charge, events.publish placed] }
      list: { http: GET /orders, calls: [orders-db.read orders] }
  payments: { kind: service, operations: { charge: { calls: [payments-db.write payments] } } }
  mail: { kind: service, operations: { send: { consumes: events placed } } }
  events: { kind: queue, topics: { placed: {} } }
  orders-db: { kind: database, tables: { orders: { key: id, columns: { id: id } } } }
  payments-db: { kind: database, tables: { payments: { key: id, columns: { id: id } } } }
`);
const idOf = (from: string, to: string) =>
  scene.edges.find((edge) => edge.from === from && edge.to === to)?.id ?? '';

test('follows the operations that use an edge, up to the client and down to the stores', () => {
  const { components } = journeyThrough(scene, idOf('orders', 'payments'));
  expect([...components].sort()).toEqual(
    ['edge', 'events', 'mail', 'orders', 'payments', 'payments-db', 'web']
      .filter((name) => !['events', 'mail'].includes(name))
      .sort(),
  );
});

test('goes through a queue by topic', () => {
  const { components } = journeyThrough(scene, idOf('events', 'mail'));
  expect([...components].sort()).toEqual(['edge', 'events', 'mail', 'orders', 'web']);
});

test('a connection that nothing is known of is a journey of its own', () => {
  const sketch = testScene(
    'components:\n  a: { kind: service }\n  b: { kind: service }\nconnections:\n  - { from: a, to: b }\n',
  );
  const [edge] = sketch.edges;
  expect([...journeyThrough(sketch, edge?.id ?? '').components].sort()).toEqual(['a', 'b']);
});
