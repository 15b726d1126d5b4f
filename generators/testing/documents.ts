import { load } from 'js-yaml';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { type ArchDocument, parse } from '#model';
import { generate } from '../generate.ts';
import type { GeneratedFile } from '../target.ts';

/**
 * A document from YAML or JSON text, for tests.
 *
 * @throws Error if it is not valid
 */
export function documentFrom(text: string): ArchDocument {
  const { document, problems } = parse(text, catalog.vocabulary);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Error(errors.map(({ message, path }) => `${path.join('.')}: ${message}`).join('\n'));
  return document;
}

/** Files of some targets, by path. */
export function filesOf(
  document: ArchDocument,
  targets: readonly string[],
  layout?: string,
): Map<string, GeneratedFile> {
  return new Map(generate(document, catalog, { targets, layout }).files.map((file) => [file.path, file]));
}

/** Documents of a YAML file that holds several, or nothing. */
export function objectsIn<T>(text: string): T[] {
  if (text === '') return [];
  return text.split(/^---\n/m).map((part) => load(part) as T);
}

/** A small system that has one of everything. */
export const SMALL_SHOP = `
archwright: 1
name: shop
description: Sells things.
components:
  browser: { kind: client, workload: { rate: 40/s, mix: { orders.create: 100% } } }
  edge: { kind: gateway, engine: nginx, host: shop.example.com, routes: { /orders: orders }, scale: { min: 2 } }
  orders:
    kind: service
    context: ordering
    scale: { min: 2, max: 6, cpu-target: 60% }
    operations:
      create:
        http: POST /orders
        calls: [payments.charge, orders-db.write orders, events.publish order-placed]
  payments:
    kind: service
    context: payment
    operations:
      charge: { http: POST /payments, calls: [bank.charge, rates.get rate by currency] }
      on-order: { consumes: events order-placed }
  orders-db: { kind: database, engine: postgres, context: ordering, storage: 10Gi, tables: { orders: { key: id, columns: { id: id } } } }
  rates: { kind: cache, engine: redis, context: payment }
  events: { kind: queue, engine: rabbitmq, topics: { order-placed: {} } }
  bank: { kind: external, url: "https://bank.example.com:8443/api" }
  metrics: { kind: monitoring, engine: prometheus }
layouts:
  monolith: { units: { shop: [orders, payments] }, omit: [metrics] }
`;
