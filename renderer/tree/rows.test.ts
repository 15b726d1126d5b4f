import { describe, expect, it } from 'vitest';
import { actOf, branchesAbove, rowsOf, searchTree, type TreeNode } from './rows.ts';

const leaf = (id: string): TreeNode<null> => ({ id, label: id, data: null });
const tree: TreeNode<null>[] = [
  { id: 'ordering', label: 'ordering', data: null, children: [leaf('cart'), leaf('orders')] },
  { id: 'browsing', label: 'browsing', data: null, children: [leaf('catalog')] },
  leaf('edge'),
];
const ids = (folded: string[] = []) => rowsOf(tree, new Set(folded)).map((row) => row.node.id);

describe('rowsOf', () => {
  it('lists what is unfolded, with level and place', () => {
    expect(ids()).toEqual(['ordering', 'cart', 'orders', 'browsing', 'catalog', 'edge']);
    expect(ids(['ordering'])).toEqual(['ordering', 'browsing', 'catalog', 'edge']);
    expect(rowsOf(tree, new Set())[2]).toMatchObject({
      level: 2,
      position: 2,
      siblings: 2,
      parent: 'ordering',
    });
  });
});

describe('searchTree', () => {
  it('keeps the branches above what fits, and no other', () => {
    const found = searchTree(tree, ' CAT ', (node) => node.label);
    expect(rowsOf(found, new Set()).map((row) => row.node.id)).toEqual(['browsing', 'catalog']);
    expect(searchTree(tree, '', (node) => node.label)).toEqual(tree);
    expect(searchTree(tree, 'ordering', (node) => node.label)).toEqual([]);
  });
});

describe('actOf', () => {
  const rows = rowsOf(tree, new Set(['browsing']));
  it('walks, folds and unfolds as trees do', () => {
    expect(actOf(rows, 'ordering', 'ArrowRight')).toEqual({ type: 'focus', id: 'cart' });
    expect(actOf(rows, 'browsing', 'ArrowRight')).toEqual({ type: 'unfold', id: 'browsing' });
    expect(actOf(rows, 'ordering', 'ArrowLeft')).toEqual({ type: 'fold', id: 'ordering' });
    expect(actOf(rows, 'orders', 'ArrowLeft')).toEqual({ type: 'focus', id: 'ordering' });
    expect(actOf(rows, 'edge', 'ArrowDown')).toBeUndefined();
    expect(actOf(rows, 'cart', 'End')).toEqual({ type: 'focus', id: 'edge' });
    expect(actOf(rows, 'cart', 'ArrowRight')).toBeUndefined();
    expect(actOf(rows, 'nobody', 'ArrowDown')).toBeUndefined();
  });
});

describe('branchesAbove', () => {
  it('names what must be unfolded to show a node', () => {
    expect(branchesAbove(tree, 'orders')).toEqual(['ordering']);
    expect(branchesAbove([{ id: 'top', label: 'top', data: null, children: tree }], 'orders')).toEqual([
      'top',
      'ordering',
    ]);
    expect(branchesAbove(tree, 'edge')).toEqual([]);
  });
});
