import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, test } from 'vitest';
import {
  ConflictError,
  type DatabaseResource,
  InvalidError,
  NotFoundError,
  UnavailableError,
} from '#runtime';
import type { TableModel } from '../../catalog/table.ts';
import { eventually } from '../system/eventually.ts';
import { HOSTILE, model, type ProductRow, table } from './products.ts';
import { Wire } from './wire.ts';

/** A server of this test run, or one that somebody else runs. */
export interface DatabaseServer {
  host: string;
  port: number;
  /** Address of its database by way of a host and port. */
  url(host: string, port: number): string;
  /** Empties the database. */
  wipe(): Promise<void>;
  /** Kills it, as a power failure would, and starts it again; absent where it is not ours. */
  restart?(): Promise<void>;
  stop(): Promise<void>;
}

interface DatabaseOptions {
  name: string;
  url: string;
  migrations: URL;
  onError: (error: Error) => void;
}

export interface DatabaseSuite {
  title: string;
  /** Absent where there is no server: the suite is skipped. */
  start: (() => Promise<DatabaseServer>) | undefined;
  migrations(tables: readonly TableModel[]): Readonly<Record<string, string>>;
  connect(options: DatabaseOptions): DatabaseResource;
  /** A step that adds one to the stock of p-2, and one that does nothing. */
  step: { file: string; text: string; other: string };
  /** Whether work that fails after it has written leaves nothing behind. */
  transactions: boolean;
}

const CLIENTS = 5;
const REQUESTS_OF_EACH = 10;

/** What every database does, over the real server. */
export function databaseSuite(suite: DatabaseSuite): void {
  describe.skipIf(suite.start === undefined)(suite.title, () => {
    let server: DatabaseServer;
    let wire: Wire;
    let folder: string;
    let database: DatabaseResource;
    const open: DatabaseResource[] = [];

    const connectTo = (port: number, host = '127.0.0.1') => {
      const resource = suite.connect({
        name: 'catalog-db',
        url: server.url(host, port),
        migrations: pathToFileURL(`${folder}/`),
        onError: () => undefined,
      });
      open.push(resource);
      return resource;
    };
    const direct = () => connectTo(server.port, server.host);
    const writeMigrations = async (models: readonly TableModel[]) => {
      for (const [name, text] of Object.entries(suite.migrations(models)))
        await writeFile(join(folder, name), text);
    };

    beforeAll(async () => {
      if (suite.start !== undefined) server = await suite.start();
    });
    afterAll(() => server?.stop());

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'archwright-migrations-'));
      await writeMigrations([model]);
      await server.wipe();
      wire = await new Wire(server.port, server.host).open();
      database = connectTo(wire.port);
      await database.start();
    });
    afterEach(async () => {
      for (const resource of open.splice(0)) await resource.stop();
      await wire.close();
      await rm(folder, { recursive: true });
    });

    test('makes tables and their first rows once, however many start at the same time', async () => {
      await server.wipe();
      await Promise.all([direct(), direct(), direct()].map((other) => other.start()));
      await direct().start();
      const rows = await database.table(table).find();
      assert.deepEqual(
        rows.map(({ productId, name, stock }) => ({ productId, name, stock })),
        model.rows,
      );
      await database.table(table).delete('p-1');
      await direct().start();
      assert.equal((await database.table(table).find()).length, 1, 'rows that were deleted stay away');
    });

    test('brings an older table up to the document, and keeps its rows', async () => {
      const price = { name: 'price', type: 'number' as const, nullable: false };
      const grade = { name: 'grade', type: 'string' as const, nullable: false, default: "it's `new` \\ " };
      const columns = [...model.columns, { field: 'price', ...price }, { field: 'grade', ...grade }];
      await writeMigrations([{ ...model, columns }]);
      await direct().start();
      const newer = { ...table, columns: { ...table.columns, price, grade } };
      const rows = direct().table<ProductRow & { price: number; grade: string }>(newer);
      const row = await rows.get('p-2');
      assert.equal(row.price, 0);
      assert.equal(row.grade, grade.default);
      assert.equal(row.stock, 5);
      assert.equal((await rows.write({ name: 'n', stock: 1, price: 2.5 })).grade, grade.default);
    });

    test('runs further steps once and refuses a step that was changed after it had run', async () => {
      const step = join(folder, suite.step.file);
      await writeFile(step, suite.step.text);
      await Promise.all([direct().start(), direct().start()]);
      assert.equal((await database.table(table).get('p-2')).stock, 6);
      await writeFile(step, suite.step.other);
      await assert.rejects(direct().start(), /was changed after it had run/);
    });

    test('writes, reads, changes and removes rows', async () => {
      const products = database.table(table);
      const made = await products.write({ name: HOSTILE, stock: 3 });
      assert.match(made.productId, /^[0-9a-f-]{36}$/);
      assert.deepEqual([made.paidAt, made.weight, made.fragile], [null, null, false]);
      assert.equal(made.addedAt, new Date(made.addedAt).toISOString());
      assert.deepEqual(await products.get(made.productId), made);
      const changed = await products.write({
        productId: made.productId,
        paidAt: '2026-01-02T04:04:05.000+01:00',
        fragile: true,
        weight: 0.1,
      });
      const expected = { ...made, paidAt: '2026-01-02T03:04:05.000Z', fragile: true, weight: 0.1 };
      assert.deepEqual(changed, expected);
      await products.delete(made.productId);
      await products.delete(made.productId);
      await assert.rejects(products.get(made.productId), NotFoundError);
      await assert.rejects(products.write({ productId: 'unknown', stock: 1 }), NotFoundError);
    });

    test('finds rows by any of their fields, in order of the key, at most a hundred', async () => {
      const products = database.table(table);
      for (let n = 0; n < 101; n += 1)
        await products.write({ productId: `q-${String(n).padStart(3, '0')}`, name: 'Many', stock: n });
      const keys = async (filter: Partial<ProductRow>) =>
        (await products.find(filter)).map(({ productId }) => productId);
      assert.equal((await keys({ name: 'Many' })).length, 100);
      assert.deepEqual((await keys({})).slice(0, 3), ['p-1', 'p-2', 'q-000']);
      assert.deepEqual(await keys({ name: 'Many', stock: 7 }), ['q-007']);
      assert.deepEqual(await keys({ name: 'many' }), [], 'case matters');
      assert.deepEqual(await keys({ name: HOSTILE }), ['p-1']);
      await products.write({ productId: 'p-2', fragile: true, paidAt: '2026-01-02T03:04:05.000Z' });
      assert.deepEqual(await keys({ fragile: true }), ['p-2']);
      assert.deepEqual(await keys({ paidAt: '2026-01-02T03:04:05.000Z' }), ['p-2']);
    });

    test('refuses values that are none of the column', async () => {
      const products = database.table(table);
      const wrong = { stock: 'many' } as unknown as Partial<ProductRow>;
      await assert.rejects(products.write({ name: 'n', ...wrong }), InvalidError);
      await assert.rejects(products.write({ name: 'n', stock: 1, paidAt: 'sometime' }), InvalidError);
    });

    test('makes one row of many writes of one key at the same time', async () => {
      const clients = Array.from({ length: CLIENTS }, direct).map((client) => client.table(table));
      const writes = clients.flatMap((products) =>
        Array.from({ length: REQUESTS_OF_EACH }, (_, n) =>
          products.write({ productId: 'same', name: 'n', stock: n }),
        ),
      );
      const rows = await Promise.all(writes);
      assert(rows.every(({ productId }) => productId === 'same'));
      assert.equal((await database.table(table).find({ name: 'n' })).length, 1);
    });

    test('never sells more than there is, whoever asks at the same time', async () => {
      const clients = Array.from({ length: CLIENTS }, direct).map((client) => client.table(table));
      const asked = await Promise.allSettled(
        clients.flatMap((products) =>
          Array.from({ length: REQUESTS_OF_EACH }, () => products.subtract('p-1', 'stock', 1)),
        ),
      );
      assert.equal(asked.filter(({ status }) => status === 'fulfilled').length, 10);
      for (const one of asked) if (one.status === 'rejected') assert(one.reason instanceof ConflictError);
      const left = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value.stock] : []));
      assert.deepEqual(
        left.toSorted((a, b) => a - b),
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        'each sees what it has left',
      );
      const products = database.table(table);
      assert.equal((await products.add('p-1', 'stock', 4)).stock, 4);
      await assert.rejects(products.subtract('p-1', 'stock', -1), InvalidError);
      await assert.rejects(products.subtract('unknown', 'stock', 1), NotFoundError);
      await assert.rejects(products.add('unknown', 'stock', 1), NotFoundError);
    });

    test('handles a message once, and again after a failure', async () => {
      const products = database.table(table);
      const take = () => products.subtract('p-1', 'stock', 1).then(() => undefined);
      const failing = async () => {
        if (suite.transactions) await take();
        throw new Error('too late');
      };
      await assert.rejects(database.once('reader', 'message-1', failing), /too late/);
      assert.equal((await products.get('p-1')).stock, 10);
      const deliver = () =>
        eventually('it is handled', async () => database.once('reader', 'message-1', take));
      const results = await Promise.all([deliver(), deliver(), deliver()]);
      assert.deepEqual(results.toSorted(), ['done', 'duplicate', 'duplicate']);
      assert.equal(await database.once('other-reader', 'message-1', take), 'done');
      assert.equal((await products.get('p-1')).stock, 8);
    });

    test('says so while the connection is away, and goes on when it is back', async () => {
      await database.check();
      const broken = database.once('reader', 'message-1', async () => {
        if (suite.transactions) await database.table(table).subtract('p-1', 'stock', 1);
        wire.cut();
        await database.table(table).get('p-1');
      });
      await assert.rejects(broken);
      await assert.rejects(database.check());
      await assert.rejects(database.table(table).get('p-1'), UnavailableError);
      wire.mend();
      await eventually('the database is back', () => database.check());
      assert.equal((await database.table(table).get('p-1')).stock, 10);
    });

    test('loses nothing that it has accepted when the server is killed', async ({ skip }) => {
      const restart = server.restart ?? skip('the server is not ours to kill');
      const products = direct().table(table);
      const accepted: string[] = [];
      let back = false;
      let restarted: Promise<void> | undefined;
      const writer = async (client: number) => {
        for (let n = 0; !back; n += 1) {
          const productId = `w-${client}-${n}`;
          // As a caller does who was not told that it worked: the same request again.
          await eventually('it is accepted', () => products.write({ productId, name: 'kept', stock: n }));
          accepted.push(productId);
          if (accepted.length === 30) {
            restarted = restart().finally(() => {
              back = true;
            });
          }
        }
      };
      await Promise.all([0, 1, 2, 3].map(writer));
      await restarted;
      assert(accepted.length > 30, 'it has gone on afterwards');
      const all = direct().table(table);
      for (const productId of accepted) assert.equal((await all.get(productId)).name, 'kept');
    });
  });
}
