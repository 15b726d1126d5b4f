import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { edgesOf, parse } from '#model';
import { pathOfSelection, placeOf } from './position.ts';

const text = `archwright: 1
name: shop
components:
  orders: { kind: service }
  payments: { kind: service }
connections:
  - { from: orders, to: payments }
canvas:
  orders: { x: 0, y: 0 }
`;
const parsed = parse(text, catalog.vocabulary);
const edges = edgesOf(parsed.document, catalog.vocabulary);
const at = (part: string) => placeOf(parsed.pathAt(text.indexOf(part) + 2), parsed.document, edges);

describe('placeOf', () => {
  it('finds the component or edge around a place in the text', () => {
    expect(at('kind: service')).toEqual({ type: 'component', name: 'orders' });
    expect(at('x: 0')).toEqual({ type: 'component', name: 'orders' });
    expect(at('from: orders')).toEqual({ type: 'edge', id: edges[0]?.id });
    expect(at('name: shop')).toBeUndefined();
  });
});

describe('pathOfSelection', () => {
  const none = new Set<string>();
  it('names the block of a single thing', () => {
    expect(pathOfSelection({ components: new Set(['orders']), edges: none }, parsed.document, edges)).toEqual(
      ['components', 'orders'],
    );
    expect(
      pathOfSelection({ components: none, edges: new Set([edges[0]?.id ?? '']) }, parsed.document, edges),
    ).toEqual(['connections', 0]);
    expect(
      pathOfSelection({ components: new Set(['orders', 'payments']), edges: none }, parsed.document, edges),
    ).toBeUndefined();
    expect(pathOfSelection({ components: none, edges: none }, parsed.document, edges)).toBeUndefined();
  });
});
