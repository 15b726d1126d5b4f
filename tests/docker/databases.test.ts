import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { generateDocument } from '../system/generate.ts';
import { ComposeProject, missingForDocker } from './compose.ts';

const ENGINES = { mysql: 'mysql:8.4', mariadb: 'mariadb:11' };
const missing = await missingForDocker(['node:24-bookworm-slim', ...Object.values(ENGINES)]);
if (missing !== undefined) process.stdout.write(`skipped: databases on Docker need ${missing}\n`);

const REGISTRY = 'archwright-test-databases';
const columns = { itemId: 'id', name: 'string', stock: 'integer' };
const tables = { items: { key: 'itemId', columns, rows: [{ itemId: 'i-1', name: 'a', stock: 2 }] } };

/** One service that takes from a stock in each database. */
const document = {
  archwright: 1,
  name: 'databases',
  components: {
    items: {
      kind: 'service',
      operations: Object.fromEntries(
        Object.keys(ENGINES).map((engine) => [
          `take-${engine}`,
          {
            http: `POST /${engine}`,
            input: { itemId: 'id', quantity: 'integer' },
            output: { itemId: 'id', stock: 'integer' },
            calls: [`${engine}-db.subtract items.stock by quantity`],
          },
        ]),
      ),
    },
    ...Object.fromEntries(
      Object.keys(ENGINES).map((engine) => [
        `${engine}-db`,
        { kind: 'database', engine, storage: '1Gi', tables },
      ]),
    ),
  },
};

describe.skipIf(missing !== undefined)('MySQL and MariaDB on Docker', () => {
  let folder: string;
  let project: ComposeProject;

  /** Asks the service from inside its container: it is published nowhere. @returns status and answer */
  const take = async (engine: string, quantity: number) => {
    const body = JSON.stringify({ itemId: 'i-1', quantity });
    const headers = { 'content-type': 'application/json' };
    const script = `fetch('http://127.0.0.1:8080/${engine}', ${JSON.stringify({ method: 'POST', headers, body })})
      .then(async (response) => console.log(JSON.stringify([response.status, await response.json()])))`;
    const [status, answer] = JSON.parse(
      await project.compose('exec', '-T', 'items', 'node', '-e', script),
    ) as [number, { stock?: number }];
    return { status, stock: answer.stock };
  };

  beforeAll(async () => {
    folder = await generateDocument(document);
    project = new ComposeProject(`archwright-test-${process.pid}-databases`, folder, { REGISTRY });
  });
  afterAll(async () => {
    await project.remove(REGISTRY);
    await rm(dirname(folder), { recursive: true, force: true });
  });

  test('come up healthy, read-only and without privileges', async () => {
    await project.compose('up', '--build', '--wait', '--quiet-pull');
    const states = await project.containers();
    assert.equal(states.length, 3);
    assert.deepEqual(
      states.filter(({ health }) => health !== 'healthy'),
      [],
    );
  });

  test.each(Object.keys(ENGINES))('%s: what is there is sold, what is not is refused', async (engine) => {
    assert.deepEqual(await take(engine, 1), { status: 200, stock: 1 });
    assert.deepEqual(await take(engine, 2), { status: 409, stock: undefined });
  });

  test.each(Object.keys(ENGINES))('%s: a server that was killed comes back with its data', async (engine) => {
    await project.compose('kill', '--signal', 'KILL', `${engine}-db`);
    await project.compose('up', '--wait');
    assert.deepEqual(await take(engine, 1), { status: 200, stock: 0 });
  });
});
