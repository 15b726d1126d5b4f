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
    { field: 'state', name: 'state', type: 'string', nullable: false, default: 'new' },
    { field: 'madeAt', name: 'made_at', type: 'timestamp', nullable: false, default: 'now' },
  ],
  rows: [
    {
      lineId: 'l-1',
      user: "O'Hara\\'); DROP TABLE order_lines; --",
      count: 3,
      madeAt: '2026-01-02T03:04+01:00',
    },
    { lineId: 'l-2', user: null, count: -1, madeAt: '2026-01-02T03:04' },
  ],
};

const sql = migrations([table], 'utf8mb4_0900_bin')['R__order_lines.sql'] ?? '';

describe('a migration', () => {
  it('makes the table with quoted names, and tells texts apart byte by byte', () => {
    expect(sql).toContain(
      [
        'CREATE TABLE IF NOT EXISTS `order_lines` (',
        '  `line_id` varchar(255) PRIMARY KEY,',
        '  `user` longtext,',
        '  `count` bigint NOT NULL,',
        "  `state` longtext NOT NULL DEFAULT ('new'),",
        '  `made_at` datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3)',
        ') DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;',
      ].join('\n'),
    );
  });

  it('gives an older table the columns that it lacks, by statements that both engines know', () => {
    expect(sql).toContain("'ALTER TABLE `order_lines` ADD COLUMN `count` bigint NOT NULL DEFAULT 0'");
    expect(sql).toContain('ALTER TABLE `order_lines` ALTER COLUMN `count` DROP DEFAULT;');
    expect(sql).toContain("'ALTER TABLE `order_lines` MODIFY COLUMN `user` longtext'");
    expect(sql).toContain("ADD COLUMN `state` longtext NOT NULL DEFAULT (''new'')'");
    expect(sql).not.toContain('ADD COLUMN IF NOT EXISTS');
  });

  it('fills an empty table, and leaves texts texts', () => {
    expect(sql).toContain("'O''Hara\\\\''); DROP TABLE order_lines; --' AS `user`");
    expect(sql).toContain("SELECT 'l-2', NULL, -1, '2026-01-02 03:04:00.000'");
    expect(sql).toMatch(/WHERE NOT EXISTS \(SELECT 1 FROM `order_lines`\);\n$/);
  });

  it('keeps instants in UTC, whatever zone they are written in', () => {
    expect(sql).toContain("'2026-01-02 02:04:00.000' AS `made_at`");
  });

  it('names a column that must be given even where no row gives it', () => {
    const price = { field: 'price', name: 'price', type: 'number' as const, nullable: false };
    const files = migrations([{ ...table, columns: [...table.columns, price] }], 'utf8mb4_bin');
    expect(files['R__order_lines.sql']).toContain('NULL AS `price`');
  });

  it('never drops anything', () => {
    const statements = sql.replace(/'(?:[^']|'')*'/g, '');
    expect(statements).not.toMatch(/DROP (TABLE|COLUMN)|DELETE|TRUNCATE/);
  });
});
