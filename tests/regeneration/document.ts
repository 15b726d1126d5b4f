/** The system whose files people edit in these tests. */
export const SHOP = `archwright: 1
name: shop
components:
  web: { kind: client }
  orders:
    kind: service
    resources: { memory: 256Mi }
    operations:
      create-order:
        http: POST /orders
        input: { productId: string }
        output: { orderId: id }
        calls: [payments.charge, orders-db.write orders]
      list-orders:
        http: GET /orders
        output: [{ orderId: id, productId: string }]
        calls: [orders-db.read orders]
  payments:
    kind: service
    operations:
      charge: { http: POST /charges, input: { productId: string } }
  orders-db:
    kind: database
    tables: { orders: { key: orderId, columns: { orderId: id, productId: string } } }
connections:
  - { from: web, to: orders }
layouts:
  microservices: {}
  monolith: { units: { shop: [orders, payments] } }
`;

/** A change of the document: fails where it would change nothing. */
export function replacing(from: string, to: string): (text: string) => string {
  return (text) => {
    if (!text.includes(from)) throw new Error(`the document does not hold ${JSON.stringify(from)}`);
    return text.replaceAll(from, to);
  };
}

/** Another limit for one service: a line here and there becomes another. */
export const bigger = replacing('memory: 256Mi', 'memory: 512Mi');
/** The service gets another name, and with it its files. */
export const renamed = replacing('payments', 'billing');
/** A component and its files go. */
export const withoutPayments = (text: string) =>
  replacing(
    'payments.charge, ',
    '',
  )(text)
    .replace(/ {2}payments:\n(?: {4}.*\n)+/, '')
    .replace('[orders, payments]', '[orders]');
/** An operation and its handler go. */
export const withoutList = (text: string) => text.replace(/ {6}list-orders:\n(?: {8}.*\n)+/, '');
/** An operation gets another field. */
export const withQuantity = replacing(
  'input: { productId: string }\n        output',
  'input: { productId: string, quantity: integer }\n        output',
);
/** Another component comes. */
export const withCache = replacing('  orders-db:\n', '  carts: { kind: cache }\n  orders-db:\n');
