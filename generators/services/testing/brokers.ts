import { deployableCatalog as catalog } from '#catalog/deployable';
import { type ArchDocument, parse } from '#model';

const TEXT = `
archwright: 1
name: brokers
components:
  edge: { kind: gateway, routes: { /orders: orders }, scale: { min: 2 } }
  orders:
    kind: service
    scale: { min: 2 }
    operations:
      create:
        http: POST /orders
        input: { orderId: id, amount: integer }
        output: { orderId: id }
        calls: [facts.publish placed, work.publish placed, jobs.publish placed]
  shipping:
    kind: service
    operations:
      ship: { consumes: facts placed }
      pack: { consumes: work placed }
      bill: { consumes: jobs placed }
      count: { consumes: jobs placed }
  facts:
    kind: stream
    engine: kafka
    storage: 2Gi
    topics: { placed: { partitions: 3, retention: 24h, payload: { orderId: id, amount: integer } } }
  work: { kind: queue, engine: nats, storage: 1Gi, topics: { placed: { payload: { orderId: id, amount: integer } } } }
  jobs: { kind: queue, engine: rabbitmq, storage: 1Gi, topics: { placed: { payload: { orderId: id, amount: integer } } } }
  metrics: { kind: monitoring }
`;

/** A system whose services publish to and read from every message broker. */
export function allBrokers(): ArchDocument {
  return parse(TEXT, catalog.vocabulary).document;
}
