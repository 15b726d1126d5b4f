import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from 'vitest';
import {
  ConflictError,
  type DatabaseResource,
  InvalidError,
  NotFoundError,
  type TableDefinition,
  UnavailableError,
} from '#runtime';
import { migrations } from '../../catalog/postgres/migrations.ts';
import { connectDatabase } from '../../catalog/postgres/runtime/index.ts';
import type { TableModel } from '../../catalog/table.ts';
import { eventually } from '../system/eventually.ts';
import { findProgram, type LiveServer } from './server.ts';
import { startPostgres } from './servers.ts';
import { Wire } from './wire.ts';

// biome-ignore lint/suspicious/noTemplateCurlyInString: text that must stay text
const HOSTILE = "it's; DROP TABLE products; -- \\ $1 ${x} {{y}} \u{1f980}\n";

interface ProductRow {
  productId: string;
  name: string;
  stock: number;
  paidAt: string | null;
  addedAt: string;
}

const table: TableDefinition<ProductRow> = {
  name: 'products',
  key: 'productId',
  columns: {
    productId: { name: 'product_id', type: 'id', nullable: false },
    name: { name: 'name', type: 'string', nullable: false },
    stock: { name: 'stock', type: 'integer', nullable: false },
    paidAt: { name: 'paid_at', type: 'timestamp', nullable: true },
    addedAt: { name: 'added_at', type: 'timestamp', nullable: false, default: 'now' },
  },
};

const model: TableModel = {
  table: 'products',
  name: 'products',
  key: 'productId',
  columns: Object.entries(table.columns).map(([field, column]) => ({ field, ...column })),
  rows: [
    { productId: 'p-1', name: HOSTILE, stock: 10 },
    { productId: 'p-2', name: 'plain', stock: 5 },
  ],
};

const program = findProgram('postgres');

describe.skipIf(program === undefined)('PostgreSQL', () => {
  let server: LiveServer;
  let wire: Wire;
  let folder: string;
  let database: DatabaseResource;
  const open: DatabaseResource[] = [];

  const connectTo = (port: number) => {
    const resource = connectDatabase({
      name: 'catalog-db',
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      migrations: pathToFileURL(`${folder}/`),
      onError: () => undefined,
    });
    open.push(resource);
    return resource;
  };

  beforeAll(async () => {
    server = await startPostgres(program ?? '');
  });
  afterAll(() => server?.stop());

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archwright-migrations-'));
    for (const [name, sql] of Object.entries(migrations([model]))) await writeFile(join(folder, name), sql);
    const client = new Client({
      host: '127.0.0.1',
      port: server.port,
      user: 'postgres',
      database: 'postgres',
    });
    await client.connect();
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await client.end();
    wire = await new Wire(server.port).open();
    database = connectTo(wire.port);
    await database.start();
  });
  afterEach(async () => {
    for (const resource of open.splice(0)) await resource.stop();
    await wire.close();
    await rm(folder, { recursive: true });
  });

  test('makes tables and their first rows once, however many start at the same time', async () => {
    const others = [connectTo(server.port), connectTo(server.port), connectTo(server.port)];
    await Promise.all(others.map((other) => other.start()));
    const rows = await database.table(table).find();
    assert.deepEqual(
      rows.map(({ productId, name, stock }) => ({ productId, name, stock })),
      model.rows,
    );
  });

  test('brings an older table up to the document, and keeps its rows', async () => {
    const columns = [
      ...model.columns,
      { field: 'price', name: 'price', type: 'number' as const, nullable: false },
    ];
    for (const [name, sql] of Object.entries(migrations([{ ...model, columns }])))
      await writeFile(join(folder, name), sql);
    await connectTo(server.port).start();
    const newer = {
      ...table,
      columns: { ...table.columns, price: { name: 'price', type: 'number' as const, nullable: false } },
    };
    const row = await connectTo(server.port).table<ProductRow & { price: number }>(newer).get('p-2');
    assert.equal(row.price, 0);
    assert.equal(row.stock, 5);
  });

  test('runs further steps once and refuses a step that was changed after it had run', async () => {
    const step = join(folder, 'V0001__more.sql');
    await writeFile(step, "UPDATE products SET stock = stock + 1 WHERE product_id = 'p-2'");
    await connectTo(server.port).start();
    await connectTo(server.port).start();
    assert.equal((await database.table(table).get('p-2')).stock, 6);
    await writeFile(step, 'SELECT 1');
    await assert.rejects(connectTo(server.port).start(), /V0001__more\.sql was changed after it had run/);
  });

  test('writes, reads, changes and removes rows', async () => {
    const products = database.table(table);
    const made = await products.write({ name: HOSTILE, stock: 3 });
    assert.match(made.productId, /^[0-9a-f-]{36}$/);
    assert.equal(made.paidAt, null);
    assert.equal(made.addedAt, new Date(made.addedAt).toISOString());
    assert.deepEqual(await products.get(made.productId), made);
    const changed = await products.write({ productId: made.productId, paidAt: '2026-01-02T03:04:05.000Z' });
    assert.deepEqual(changed, { ...made, paidAt: '2026-01-02T03:04:05.000Z' });
    assert.deepEqual(
      (await products.find({ name: HOSTILE, stock: 3 })).map(({ productId }) => productId),
      [made.productId],
    );
    await products.delete(made.productId);
    await assert.rejects(products.get(made.productId), NotFoundError);
    await assert.rejects(products.write({ productId: 'unknown', stock: 1 }), NotFoundError);
    await assert.rejects(products.write({ name: 'a\0b', stock: 1 }), InvalidError);
  });

  test('never sells more than there is, whoever asks at the same time', async () => {
    const products = database.table(table);
    const asked = await Promise.allSettled(
      Array.from({ length: 25 }, () => products.subtract('p-1', 'stock', 1)),
    );
    assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 10);
    assert(asked.every((one) => one.status === 'fulfilled' || one.reason instanceof ConflictError));
    assert.equal((await products.add('p-1', 'stock', 4)).stock, 4);
    await assert.rejects(products.subtract('p-1', 'stock', -1), InvalidError);
    await assert.rejects(products.subtract('unknown', 'stock', 1), NotFoundError);
  });

  test('handles a message once, together with what it writes, or not at all', async () => {
    const products = database.table(table);
    const take = () => products.subtract('p-1', 'stock', 1).then(() => undefined);
    const failing = async () => {
      await take();
      throw new Error('too late');
    };
    await assert.rejects(database.once('reader', 'message-1', failing), /too late/);
    assert.equal((await products.get('p-1')).stock, 10);
    const results = await Promise.all([1, 2, 3].map(() => database.once('reader', 'message-1', take)));
    assert.deepEqual(results.toSorted(), ['done', 'duplicate', 'duplicate']);
    assert.equal(await database.once('other-reader', 'message-1', take), 'done');
    assert.equal((await products.get('p-1')).stock, 8);
  });

  test('says so while the connection is away, and goes on when it is back', async () => {
    await database.check();
    const broken = database.once('reader', 'message-1', async () => {
      await database.table(table).subtract('p-1', 'stock', 1);
      wire.cut();
    });
    await assert.rejects(broken);
    await assert.rejects(database.check());
    await assert.rejects(database.table(table).get('p-1'), UnavailableError);
    wire.mend();
    await eventually('the database is back', () => database.check());
    assert.equal((await database.table(table).get('p-1')).stock, 10);
  });
});
