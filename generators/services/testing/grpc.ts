/** A system that speaks gRPC: with names that are words of protobuf, that look alike in it, and every kind of field. */
export const GRPC_SYSTEM = `
archwright: 1
name: speaks-grpc
components:
  orders:
    kind: service
    operations:
      place:
        http: POST /orders
        input: { sku: string, quantity: integer }
        output: { id: id, charged: boolean, chargedAt: timestamp }
        calls: [charge-request.charge, charge-request.list, db.write orders]
      note: { http: POST /notes, input: { id: id }, calls: [charge-request.charge] }
  charge-request:
    kind: service
    description: "Ends a comment */ and // begins
      one"
    operations:
      charge:
        description: "Says \\"message\\""
        input: { sku: string, quantity: integer, message: string, Constructor: string, productId: id, product_id: id, orderId: id, orderid: id, _: id, __: id, __a: { _1: id } }
        output: { charged: boolean, chargedAt: timestamp, note: string }
        calls: [db.read orders]
      charge-request: { input: { id: id }, calls: [orders.note] }
      list:
        http: POST /charges/searches
        input: { tags: "string[]", size: { widthCm: number, parts: [{ weight: number, of: { id: id } }] } }
        output: [{ id: id, total: integer, factor: number, on: boolean }]
      forget: { http: "DELETE /charges/{id}", input: { id: id } }
      many: { output: { ids: "id[]", size: { Size: { size: string } } } }
  plain: { kind: service, operations: { ask: { http: GET /ask, output: { charged: boolean }, calls: [charge-request.charge] } } }
  db:
    kind: database
    engine: postgres
    tables: { orders: { key: id, columns: { id: id, sku: string, note: string, chargedAt: timestamp } } }
connections:
  - { from: orders, to: charge-request, protocol: grpc, timeout: 300ms, retries: 2 }
  - { from: charge-request, to: orders, protocol: grpc }
layouts:
  one: { units: { shop: [orders, charge-request] } }
`;
