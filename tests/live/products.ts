import type { TableDefinition } from '#runtime';
import type { TableModel } from '../../catalog/table.ts';

/** A text that means something to everything that it comes by. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: text that must stay text
export const HOSTILE = "it's; DROP TABLE products; -- \\ \\' \" $1 ? :a ${x} {{y}} \u{1f980}\n";

export interface ProductRow {
  productId: string;
  name: string;
  stock: number;
  weight: number | null;
  fragile: boolean;
  paidAt: string | null;
  addedAt: string;
}

/** A table with a column of every type. */
export const table: TableDefinition<ProductRow> = {
  name: 'products',
  key: 'productId',
  columns: {
    productId: { name: 'product_id', type: 'id', nullable: false },
    name: { name: 'name', type: 'string', nullable: false },
    stock: { name: 'stock', type: 'integer', nullable: false },
    weight: { name: 'weight', type: 'number', nullable: true },
    fragile: { name: 'fragile', type: 'boolean', nullable: false, default: false },
    paidAt: { name: 'paid_at', type: 'timestamp', nullable: true },
    addedAt: { name: 'added_at', type: 'timestamp', nullable: false, default: 'now' },
  },
};

/** The same as engines make it, with its first rows. */
export const model: TableModel = {
  table: 'products',
  name: 'products',
  key: 'productId',
  columns: Object.entries(table.columns).map(([field, column]) => ({ field, ...column })),
  rows: [
    { productId: 'p-1', name: HOSTILE, stock: 10 },
    { productId: 'p-2', name: 'plain', stock: 5 },
  ],
};
