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
    { lineId: 'l-1', user: "O'Hara'); DROP TABLE order_lines; --", count: 3 },
    { lineId: 'l-2', user: null, count: -1 },
  ],
};

const sql = migrations([table])['R__order_lines.sql'] ?? '';

describe('a migration', () => {
  it('makes the table with quoted names: any of them may be a word of SQL', () => {
    expect(sql).toContain(
      [
        'CREATE TABLE IF NOT EXISTS "order_lines" (',
        '  "line_id" text PRIMARY KEY,',
        '  "user" text,',
        '  "count" bigint NOT NULL,',
        '  "made_at" timestamptz NOT NULL DEFAULT now()',
        ');',
      ].join('\n'),
    );
  });

  it('gives an older table the columns that it lacks', () => {
    expect(sql).toContain(
      'ALTER TABLE "order_lines" ADD COLUMN IF NOT EXISTS "count" bigint NOT NULL DEFAULT 0;',
    );
    expect(sql).toContain('ALTER TABLE "order_lines" ALTER COLUMN "count" DROP DEFAULT;');
    expect(sql).toContain('ALTER TABLE "order_lines" ALTER COLUMN "user" DROP NOT NULL;');
  });

  it('fills an empty table, and leaves texts texts', () => {
    expect(sql).toContain("('l-1', 'O''Hara''); DROP TABLE order_lines; --', 3)");
    expect(sql).toContain("('l-2', NULL, -1)");
    expect(sql).toMatch(/WHERE NOT EXISTS \(SELECT FROM "order_lines"\);\n$/);
  });

  it('never drops anything', () => {
    const statements = sql.replace(/'(?:[^']|'')*'/g, '');
    expect(statements).not.toMatch(/DROP (TABLE|COLUMN)|DELETE|TRUNCATE/);
  });
});
