import { beforeEach, expect, test } from 'vitest';
import { documentStore } from './document.ts';
import { clearSelection, select, selectionStore, toggleComponent } from './selection.ts';

const TEXT = `archwright: 1
name: shop
components:
  orders: { kind: service }
  payments: { kind: service }
connections:
  - { from: orders, to: payments }
`;

beforeEach(() => {
  documentStore.getState().load({ text: TEXT, path: null, name: 'shop', version: null });
  clearSelection();
});

test('forgets what the document no longer has', () => {
  const [edge] = documentStore.getState().edges;
  select({ components: ['orders', 'payments'], edges: edge ? [edge.id] : [] });
  documentStore.getState().dispatch({ type: 'remove-component', name: 'payments' });
  expect([...selectionStore.getState().components]).toEqual(['orders']);
  expect(selectionStore.getState().edges.size).toBe(0);
});

test('the same selection again tells nobody', () => {
  select({ components: ['orders'] });
  const before = selectionStore.getState();
  select({ components: ['orders'] });
  expect(selectionStore.getState()).toBe(before);
});

test('toggles one beside the others', () => {
  select({ components: ['orders'] });
  toggleComponent('payments');
  toggleComponent('orders');
  expect([...selectionStore.getState().components]).toEqual(['payments']);
});
