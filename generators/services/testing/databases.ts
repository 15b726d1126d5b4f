import type { ArchDocument } from '#model';
import { documentFrom } from '../../testing/documents.ts';

const ENGINES = ['postgres', 'mysql', 'mariadb', 'mongodb', 'elasticsearch'];

/** One service that uses every database engine in every way, and one of each with settings of its own. */
export function allDatabases(): ArchDocument {
  const tables = {
    items: {
      key: 'itemId',
      columns: {
        itemId: 'id',
        name: 'string',
        stock: 'integer',
        price: 'number',
        hidden: { type: 'boolean', default: false },
        madeAt: { type: 'timestamp', default: 'now' },
      },
      rows: [{ itemId: 'i-1', name: "it's {{odd}} $x", stock: 1, price: 2.5 }],
    },
  };
  const operations = ENGINES.flatMap((engine) => [
    [
      `read-${engine}`,
      { http: `GET /${engine}/{itemId}`, input: { itemId: 'id' }, calls: [`${engine}-db.read items`] },
    ],
    [
      `take-${engine}`,
      {
        http: `POST /${engine}`,
        input: { itemId: 'id', quantity: 'integer' },
        calls: [`${engine}-db.subtract items.stock by quantity`],
      },
    ],
  ]);
  const components = {
    edge: { kind: 'gateway', engine: 'nginx', routes: { '/': 'items' } },
    items: { kind: 'service', operations: Object.fromEntries(operations) },
    metrics: { kind: 'monitoring', engine: 'prometheus' },
    ...Object.fromEntries(
      ENGINES.map((engine) => [`${engine}-db`, { kind: 'database', engine, storage: '1Gi', tables }]),
    ),
    'large-mysql': {
      kind: 'database',
      engine: 'mysql',
      storage: '1Gi',
      'max-connections': 300,
      'buffer-pool': '1Gi',
    },
    'large-mongodb': { kind: 'database', engine: 'mongodb', storage: '1Gi', 'cache-size': '1Gi' },
    'large-search': { kind: 'database', engine: 'elasticsearch', storage: '1Gi', heap: '3Gi' },
  };
  return documentFrom(JSON.stringify({ archwright: 1, name: 'databases', components }));
}
