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
  rows: [{ lineId: 'l-1', user: 'a', count: 3, madeAt: '2026-01-02T03:04+01:00' }],
};

const description = JSON.parse(migrations([table])['R__order_lines.json'] ?? '');

describe('the description of an index', () => {
  it('has a field of a fitting type for each column, and refuses any other', () => {
    expect(description.mappings).toEqual({
      dynamic: 'strict',
      properties: {
        line_id: { type: 'keyword' },
        user: { type: 'keyword', ignore_above: 8_191, fields: { text: { type: 'text' } } },
        count: { type: 'long', coerce: false },
        made_at: { type: 'date', format: 'strict_date_time' },
      },
    });
  });

  it('keeps no copies: there is one server', () => {
    expect(description.settings).toEqual({
      number_of_shards: 1,
      number_of_replicas: 0,
      refresh_interval: '200ms',
    });
  });

  it('gives older documents the fields that they lack, and starts with the rows of the document', () => {
    expect(description.fill).toEqual({ count: 0, made_at: { $now: true } });
    expect(description.rows).toEqual([
      { line_id: 'l-1', user: 'a', count: 3, made_at: '2026-01-02T02:04:00.000Z' },
    ]);
  });
});
