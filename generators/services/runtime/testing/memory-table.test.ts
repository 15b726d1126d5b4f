import { describe, expect, it } from 'vitest';
import { ConflictError, InvalidError, NotFoundError } from '../errors.ts';
import type { TableDefinition } from '../ports/table.ts';
import { MemoryTable } from './memory-table.ts';

interface Row {
  id: string;
  name: string;
  stock: number;
  note: string | null;
}
const definition: TableDefinition<Row> = {
  name: 'things',
  key: 'id',
  columns: {
    id: { name: 'id', type: 'id', nullable: false },
    name: { name: 'name', type: 'string', nullable: false },
    stock: { name: 'stock', type: 'integer', nullable: false, default: 5 },
    note: { name: 'note', type: 'string', nullable: true },
  },
};

describe('a table in memory behaves as the database does', () => {
  it('makes rows with defaults, changes them, and finds them again', async () => {
    const table = new MemoryTable(definition);
    const row = await table.write({ name: 'a' });
    expect(row).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: 'a', stock: 5, note: null });
    expect(await table.write({ id: row.id, note: 'n' })).toEqual({ ...row, note: 'n' });
    expect(await table.find({ name: 'a' })).toHaveLength(1);
    expect(await table.find({ name: 'b' })).toEqual([]);
    await table.delete(row.id);
    await expect(table.get(row.id)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('refuses to make a row of too little, and to go below zero', async () => {
    const table = new MemoryTable(definition).withSample('s');
    await expect(table.write({ id: 'x', stock: 1 })).rejects.toBeInstanceOf(NotFoundError);
    await expect(table.subtract('s', 'stock', 1_001)).rejects.toBeInstanceOf(ConflictError);
    await expect(table.add('s', 'stock', 0)).rejects.toBeInstanceOf(InvalidError);
    expect((await table.subtract('s', 'stock', 400)).stock).toBe(600);
  });
});
