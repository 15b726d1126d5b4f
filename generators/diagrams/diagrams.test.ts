import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { edgesOf } from '#model';
import { documentFrom, SMALL_SHOP } from '../testing/documents.ts';
import { exportDiagram } from './index.ts';
import { CARD, positionsOf } from './positions.ts';

const shop = documentFrom(SMALL_SHOP);
const edges = edgesOf(shop, catalog.vocabulary);

describe('positions', () => {
  it('are those of the canvas', () => {
    const placed = positionsOf({ ...shop, canvas: { orders: { x: 480, y: 160 } } }, edges);
    expect(placed.get('orders')).toEqual({ x: 480, y: 160 });
  });

  it('follow the arrows where there are none', () => {
    const placed = positionsOf(shop, edges);
    const column = (name: string) => placed.get(name)?.x ?? Number.NaN;
    expect(column('browser')).toBeLessThan(column('edge'));
    expect(column('edge')).toBeLessThan(column('orders'));
    expect(column('orders')).toBeLessThan(column('payments'));
    expect(column('orders')).toBeLessThan(column('orders-db'));
  });

  it('never cover one another', () => {
    const places = [...positionsOf({ ...shop, canvas: { orders: { x: 0, y: 0 } } }, edges).values()];
    for (const [index, a] of places.entries()) {
      for (const b of places.slice(index + 1)) {
        expect(Math.abs(a.x - b.x) >= CARD.width || Math.abs(a.y - b.y) >= CARD.height).toBe(true);
      }
    }
  });

  it('exist also in a cycle', () => {
    const text =
      'archwright: 1\nname: s\ncomponents:\n  a: { kind: service }\n  b: { kind: service }\nconnections: [{ from: a, to: b }, { from: b, to: a }]\n';
    const document = documentFrom(text);
    expect(positionsOf(document, edgesOf(document, catalog.vocabulary)).size).toBe(2);
  });
});

describe('SVG', () => {
  const picture = exportDiagram(shop, catalog, 'svg');

  it('shows every component and arrow, and needs nothing else', () => {
    for (const name of Object.keys(shop.components)) expect(picture).toContain(`>${name}</text>`);
    expect(picture.match(/marker-end=/g)).toHaveLength(edges.length);
    expect(picture).toContain('>order-placed</text>');
    expect(picture).toContain(catalog.find('database')?.icon.path);
    expect(picture).not.toMatch(/href|url\((?!#arrow)|@import/);
  });

  it('comes in light and in dark', () => {
    expect(picture).toContain('fill="#ffffff"');
    expect(exportDiagram(shop, catalog, 'svg', { theme: 'dark' })).not.toContain('#ffffff');
  });

  it('of nothing is a blank sheet', () => {
    const blank = exportDiagram(documentFrom('archwright: 1\nname: s\ncomponents: {}\n'), catalog, 'svg');
    expect(blank).toContain('viewBox="-48 -48 96 96"');
  });

  it('frames a context only where no stranger stands inside', () => {
    const text =
      'archwright: 1\nname: s\ncomponents:\n  a: { kind: service, context: left }\n  b: { kind: service, context: left }\n  c: { kind: service }\n';
    const at = (x: number) => ({ a: { x: 0, y: 0 }, b: { x: 600, y: 0 }, c: { x, y: 0 } });
    expect(exportDiagram({ ...documentFrom(text), canvas: at(300) }, catalog, 'svg')).not.toContain(
      '>left</text>',
    );
    expect(exportDiagram({ ...documentFrom(text), canvas: at(1200) }, catalog, 'svg')).toContain(
      '>left</text>',
    );
  });
});

describe('Mermaid', () => {
  const lines = exportDiagram(shop, catalog, 'mermaid')
    .split('\n')
    .map((line) => line.trim());

  it('shows components in their contexts, by the shape of their kind', () => {
    expect(lines[0]).toBe('flowchart LR');
    expect(lines).toContain('c_orders["<b>orders</b><br/>[Service]"]');
    expect(lines).toContain('c_orders-db[("<b>orders-db</b><br/>[PostgreSQL]")]');
    const start = lines.indexOf('subgraph context_ordering["ordering"]');
    expect(
      lines.slice(start + 1, lines.indexOf('end', start)).map((line) => line.replace(/[^a-z_-].*/, '')),
    ).toEqual(['c_orders', 'c_orders-db']);
  });

  it('tells calls from messages', () => {
    expect(lines).toContain('c_orders -->|"rest"| c_payments');
    expect(lines).toContain('c_orders -.->|"order-placed"| c_events');
    expect(lines).toContain('c_events -.->|"order-placed"| c_payments');
  });
});
