import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { edgesOf } from '#model';
import { documentFrom, SMALL_SHOP } from '../testing/documents.ts';
import { contextBoxes } from './context-boxes.ts';
import { exportDiagram } from './index.ts';
import { layersOf } from './layers.ts';
import { CARD, positionsOf } from './positions.ts';

const shop = documentFrom(SMALL_SHOP);
const edges = edgesOf(shop, catalog.vocabulary);

/** Services that call one another, some of them in contexts. */
const anySystem = fc
  .record({
    contexts: fc.array(fc.option(fc.constantFrom('one', 'two', 'three'), { nil: undefined }), {
      minLength: 1,
      maxLength: 14,
    }),
    calls: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 30 }),
  })
  .map(({ contexts, calls }) => {
    const nameOf = (index: number) => `s${String(index % contexts.length).padStart(2, '0')}`;
    const components = contexts.map(
      (context, index) =>
        `  ${nameOf(index)}: { kind: service${context === undefined ? '' : `, context: ${context}`} }\n`,
    );
    const connections = [
      ...new Set(
        calls
          .filter(([from, to]) => nameOf(from) !== nameOf(to))
          .map(([from, to]) => `{ from: ${nameOf(from)}, to: ${nameOf(to)} }`),
      ),
    ];
    return documentFrom(
      `archwright: 1\nname: s\ncomponents:\n${components.join('')}connections: [${connections.join(', ')}]\n`,
    );
  });

/** Pairs of cards that touch each other. */
function overlaps(places: readonly { x: number; y: number }[]) {
  return places.flatMap((a, index) =>
    places
      .slice(index + 1)
      .filter((b) => Math.abs(a.x - b.x) < CARD.width && Math.abs(a.y - b.y) < CARD.height)
      .map((b) => [a, b]),
  );
}

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
    expect(overlaps(places)).toEqual([]);
  });

  it('of any system are apart, the same each time, and leave room for a frame around every context', () => {
    fc.assert(
      fc.property(anySystem, (document) => {
        const all = edgesOf(document, catalog.vocabulary);
        const placed = positionsOf(document, all);
        expect(overlaps([...placed.values()])).toEqual([]);
        expect(positionsOf(document, all.toReversed())).toEqual(placed);
        const contexts = new Set(Object.values(document.components).flatMap(({ context }) => context ?? []));
        expect(contextBoxes(document, placed)).toHaveLength(contexts.size);
      }),
    );
  });

  it('lead from left to right wherever there is no cycle', () => {
    fc.assert(
      fc.property(anySystem, (document) => {
        const loose = {
          ...document,
          components: Object.fromEntries(
            Object.entries(document.components).map(([name, { context: _, ...rest }]) => [name, rest]),
          ),
        } as typeof document;
        const forwards = edgesOf(loose, catalog.vocabulary).filter(({ from, to }) => from < to);
        const placed = positionsOf(loose, forwards);
        for (const { from, to } of forwards)
          expect(placed.get(from)?.x).toBeLessThan(placed.get(to)?.x ?? Number.NaN);
      }),
    );
  });

  it('stay quick in a large cycle', () => {
    const names = Array.from({ length: 400 }, (_, index) => `s${index}`);
    const ring = names.map((from, index) => ({ from, to: names[(index + 1) % names.length] ?? from }));
    expect(layersOf(names, ring)).toHaveLength(400);
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
    expect(lines).toContain('c_orders_db[("<b>orders-db</b><br/>[PostgreSQL]")]');
    const start = lines.indexOf('subgraph context_ordering["ordering"]');
    expect(
      lines.slice(start + 1, lines.indexOf('end', start)).map((line) => line.replace(/[^a-z_-].*/, '')),
    ).toEqual(['c_orders', 'c_orders_db']);
  });

  it('tells calls from messages', () => {
    expect(lines).toContain('c_orders -->|"rest"| c_payments');
    expect(lines).toContain('c_orders -.->|"order-placed"| c_events');
    expect(lines).toContain('c_events -.->|"order-placed"| c_payments');
  });
});
