import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalog } from '#catalog';
import type { Edit, Problem } from '#model';
import { createDocumentStore } from './document.ts';
import { BURST_MS } from './history.ts';
import type { Linter } from './linter.ts';

const TEXT = `archwright: 1
name: shop
components:
  # the heart of it
  orders: { kind: service }
  payments: { kind: service }
  orders-db: { kind: database }
connections:
  - { from: orders, to: payments }
canvas:
  orders: { x: 0, y: 0 }
`;

const finding: Problem = {
  code: 'lint/test',
  severity: 'warning',
  message: 'found',
  path: [],
  range: { line: 1, column: 1, endLine: 1, endColumn: 1, start: 0, end: 0 },
  component: 'orders',
};

function setup() {
  let clock = 0;
  let ids = 0;
  const asked: { text: string; done(problems: Problem[]): void }[] = [];
  const linter: Linter = { request: (text, done) => asked.push({ text, done }) };
  const store = createDocumentStore({
    vocabulary: catalog.vocabulary,
    linter,
    now: () => clock,
    newId: () => `document-${ids++}`,
  });
  store.getState().load({ text: TEXT, path: '/shop.arch.yaml', name: 'shop.arch.yaml', version: 'v1' });
  return { store, asked, pass: (ms: number) => (clock += ms) };
}

const move = (x: number, y = 0): Edit => ({ type: 'move', positions: { orders: { x, y } } });

describe('undo', () => {
  test('gives back the very text after any sequence of edits, and redo the last one', () => {
    const edit = fc.oneof(
      fc
        .record({ x: fc.integer({ min: -999, max: 999 }), y: fc.integer({ min: -999, max: 999 }) })
        .map(({ x, y }) => move(x, y)),
      fc
        .constantFrom('a', 'b', 'c')
        .map((name): Edit => ({ type: 'add-component', name, component: { kind: 'service' } })),
      fc.constantFrom('orders', 'payments', 'a').map((name): Edit => ({ type: 'remove-component', name })),
      fc
        .constantFrom('orders', 'payments')
        .map((from): Edit => ({ type: 'rename-component', from, to: `${from}-x` })),
      fc
        .record({ offset: fc.nat(TEXT.length), insert: fc.constantFrom(' ', '#', '\n', 'x: 1') })
        .map(({ offset, insert }): Edit => ({ type: 'text', changes: [{ offset, remove: 0, insert }] })),
    );
    const step = fc.record({
      edit,
      wait: fc.constantFrom(1, BURST_MS + 1),
      coalesce: fc.constantFrom(undefined, 'k'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { store, pass } = setup();
        for (const { edit, wait, coalesce } of steps) {
          pass(wait);
          store.getState().dispatch(edit, coalesce === undefined ? {} : { coalesce });
        }
        const last = store.getState().text;
        while (store.getState().canUndo) store.getState().undo();
        expect(store.getState().text).toBe(TEXT);
        while (store.getState().canRedo) store.getState().redo();
        expect(store.getState().text).toBe(last);
      }),
      { numRuns: 60 },
    );
  });

  test('takes a burst back as one step, and separate acts apart', () => {
    const { store, pass } = setup();
    for (const x of [4, 8, 12]) {
      pass(30);
      store.getState().dispatch(move(x), { coalesce: 'nudge orders' });
    }
    pass(BURST_MS + 1);
    store.getState().dispatch(move(16), { coalesce: 'nudge orders' });
    store.getState().undo();
    expect(store.getState().parsed.document.canvas.orders).toEqual({ x: 12, y: 0 });
    store.getState().undo();
    expect(store.getState().text).toBe(TEXT);
    expect(store.getState().canUndo).toBe(false);
  });

  test('says what would be undone', () => {
    const { store } = setup();
    store.getState().dispatch(move(8));
    expect(store.getState().undoTitle).toBe('move orders');
    store.getState().undo();
    expect(store.getState().redoTitle).toBe('move orders');
  });

  test('an edit that is refused leaves no step', () => {
    const { store } = setup();
    const result = store.getState().dispatch({ type: 'rename-component', from: 'orders', to: 'Not A Label' });
    expect(result.ok).toBe(false);
    expect(store.getState().canUndo).toBe(false);
    expect(store.getState().text).toBe(TEXT);
  });
});

describe('dirty', () => {
  test('is true to what the file holds, undo included', () => {
    const { store } = setup();
    store.getState().dispatch(move(8));
    expect(store.getState().dirty).toBe(true);
    store.getState().markSaved({ path: '/shop.arch.yaml', version: 'v2' });
    expect(store.getState().dirty).toBe(false);
    store.getState().undo();
    expect(store.getState().dirty).toBe(true);
  });

  test('stays true where the text went on while it was written', () => {
    const { store } = setup();
    store.getState().dispatch(move(8));
    const { text } = store.getState();
    store.getState().dispatch(move(12));
    store.getState().markSaved({ path: '/shop.arch.yaml', version: 'v2', text });
    expect(store.getState().dirty).toBe(true);
  });
});

describe('sharing', () => {
  test('a move keeps the identity of components and edges', () => {
    const { store } = setup();
    const { parsed, edges } = store.getState();
    store.getState().dispatch(move(8));
    expect(store.getState().edges).toBe(edges);
    expect(store.getState().parsed.document.components.orders).toBe(parsed.document.components.orders);
  });

  test('an edge that did not change keeps its identity when another comes', () => {
    const { store } = setup();
    const [edge] = store.getState().edges;
    store.getState().dispatch({ type: 'connect', connection: { from: 'orders', to: 'orders-db' } });
    expect(store.getState().edges).toHaveLength(2);
    expect(store.getState().edges[0]).toBe(edge);
  });
});

describe('lint', () => {
  test('findings join the problems when they arrive', () => {
    const { store, asked } = setup();
    asked.at(-1)?.done([finding]);
    expect(store.getState().problems).toContain(finding);
  });

  test('findings on an older text are not taken', () => {
    const { store, asked } = setup();
    const old = asked.at(-1);
    store.getState().dispatch(move(8));
    old?.done([finding]);
    expect(store.getState().lint).toEqual([]);
    expect(asked.at(-1)?.text).toBe(store.getState().text);
  });
});
