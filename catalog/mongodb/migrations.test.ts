import { describe, expect, it } from 'vitest';
import type { TableModel } from '../table.ts';
import { migrations } from './migrations.ts';

const table: TableModel = {
  table: 'orderLines',
  name: 'order_lines',
  key: 'lineId',
  columns: [
    { field: 'lineId', name: 'line_id', type: 'id', nullable: false },
    { field: 'user', name: 'user', type: 'string', nullable: true },
    { field: 'count', name: 'count', type: 'integer', nullable: false },
    { field: 'madeAt', name: 'made_at', type: 'timestamp', nullable: false, default: 'now' },
  ],
  rows: [
    { lineId: 'l-1', user: 'a', count: 3, madeAt: '2026-01-02T03:04+01:00' },
    { lineId: 'l-2', count: -1 },
  ],
};

const description = JSON.parse(migrations([table])['R__order_lines.json'] ?? '');

describe('the description of a collection', () => {
  it('insists on what a row needs, under the type it has', () => {
    expect(description.validator.$jsonSchema).toEqual({
      bsonType: 'object',
      required: ['_id', 'count', 'made_at'],
      properties: {
        _id: { bsonType: ['string'] },
        user: { bsonType: ['string', 'null'] },
        count: { bsonType: ['int', 'long', 'double'] },
        made_at: { bsonType: ['date'] },
      },
    });
  });

  it('gives older documents the fields that they lack', () => {
    expect(description.fill).toEqual({ count: 0, made_at: { $now: true } });
  });

  it('starts with the rows of the document, keyed as documents are', () => {
    expect(description.rows).toEqual([
      { _id: 'l-1', user: 'a', count: 3, made_at: { $date: '2026-01-02T02:04:00.000Z' } },
      { _id: 'l-2', user: null, count: -1, made_at: { $now: true } },
    ]);
  });
});
