import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { EVERYTHING } from '../../services/testing/documents.ts';
import { anyDocument, hostileText } from '../../testing/arbitrary.ts';
import { documentFrom, filesOf, SMALL_SHOP } from '../../testing/documents.ts';
import { architecture } from './index.ts';

const SHOP = readFileSync(join(import.meta.dirname, '../../../samples/shop.arch.yaml'), 'utf8');
const shop = architecture(documentFrom(SHOP), catalog);

/** Cells of every table, with their column's head. */
function tablesOf(markdown: string): string[][][] {
  const tables: string[][][] = [];
  let inTable = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('| ')) {
      if (!inTable) tables.push([]);
      tables.at(-1)?.push(line.slice(2, -2).split(/ \| /));
    }
    inTable = line.startsWith('| ');
  }
  return tables;
}

describe('architecture in words', () => {
  it('has a section for all there is, in the order of a tour', () => {
    expect([...shop.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
      'Bounded contexts',
      'Components',
      'Operations',
      'Data',
      'Events',
      'Journeys',
      'Layouts',
    ]);
    const empty = architecture(documentFrom('archwright: 1\nname: s\ncomponents: {}\n'), catalog);
    expect(empty).not.toContain('## ');
  });

  it('tells how operations are asked, what they take and give, and whom they call', () => {
    expect(shop).toContain(
      '| `create-order` | `POST /orders` | `customerId: id, productId: id, quantity: integer` |',
    );
    expect(shop).toContain('`orders-db.write orders`, `payments.charge`, `shop-events.publish order-placed`');
    expect(shop).toContain('| `clear-cart` | `shop-events order-placed` |');
    expect(architecture(documentFrom(EVERYTHING), catalog)).toContain(
      'size: { width: integer, parts: { weight: number }[] }',
    );
  });

  it('lists contexts, tables, topics and layouts', () => {
    expect(shop).toContain('| `payment` | `payments`, `payments-db` |');
    expect(shop).toContain('### orders-db (PostgreSQL)\n\nTable `orders`:');
    expect(shop).toContain('| `orderId` | id | key |');
    expect(shop).toContain(
      '| `order-shipped` | `orderId: id, customerId: id, shipmentId: id` | `shipping.ship-order` | `notifications.notify-order-shipped`, `orders.record-shipment` |',
    );
    expect(shop).toContain(
      '| `shop` | `cart`, `catalog`, `notifications`, `orders`, `payments`, `shipping` | 2 to 10 |',
    );
  });

  it('draws journeys from the client to the last consumer', () => {
    const start = shop.indexOf('### storefront: orders.create-order');
    const journey = shop.slice(start, shop.indexOf('###', start + 3));
    expect(journey).toContain('2 times a second.');
    for (const line of [
      '  participant c_orders_db as orders-db',
      '  c_storefront->>c_orders: create-order',
      '  c_orders->>c_catalog: get-product',
      '  c_catalog->>c_catalog_db: read products (in 10 percent)',
      '  c_orders-)c_shop_events: publish order-placed',
      '  c_shop_events-)c_shipping: order-placed to ship-order',
    ])
      expect(journey.split('\n')).toContain(line);
  });

  it('leaves out the picture where readers would refuse to draw it', () => {
    const many = Object.fromEntries(
      Array.from({ length: 1500 }, (_, index) => [`s-${index}`, { kind: 'service' }]),
    );
    const text = architecture(
      documentFrom(JSON.stringify({ archwright: 1, name: 's', components: many })),
      catalog,
    );
    expect(text.includes('```mermaid')).toBe(false);
    expect(shop).toContain('```mermaid\nflowchart LR\n');
  });

  it('is part of the generated tree, together with the picture and the model for Structurizr', () => {
    const files = filesOf(documentFrom(SMALL_SHOP), ['docs']);
    expect(files.get('docs/architecture.md')?.content).toMatch(/^# Architecture of shop\n\nSells things\.\n/);
    expect(files.get('docs/architecture.svg')?.content).toMatch(/^<\?xml/);
    expect(files.get('docs/workspace.dsl')?.content).toMatch(/^workspace "shop" "Sells things\." \{\n/);
  });

  it('keeps its tables whatever people write', () => {
    const withText = fc
      .tuple(anyDocument, hostileText)
      .map(([document, description]) => ({ ...document, description }));
    fc.assert(
      fc.property(withText, (document) => {
        const markdown = architecture(document, catalog);
        for (const [head = [], ...rows] of tablesOf(markdown))
          for (const row of rows) expect(row).toHaveLength(head.length);
        expect((markdown.match(/^```/gm) ?? []).length % 2).toBe(0);
        expect(markdown.replace(/^```mermaid\n[\s\S]*?\n```$/gm, '')).not.toMatch(/(?<!\\)</);
      }),
      { numRuns: 60 },
    );
  });
});
