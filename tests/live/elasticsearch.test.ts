import process from 'node:process';
import { Client } from '@elastic/elasticsearch';
import { migrations } from '../../catalog/elasticsearch/migrations.ts';
import { connectDatabase } from '../../catalog/elasticsearch/runtime/index.ts';
import { type DatabaseServer, type DatabaseSuite, databaseSuite } from './database-suite.ts';
import { startSearchStandIn } from './search-stand-in.ts';

/** Every index that the tests make, which they also remove. */
const INDICES = ['products', 'handled-messages', 'schema-migrations', 'migration-lock'];
const address = process.env.ELASTICSEARCH_URL;
if (address === undefined) process.stdout.write('skipped: needs ELASTICSEARCH_URL\n');

const suite: Omit<DatabaseSuite, 'title' | 'start'> = {
  migrations,
  connect: connectDatabase,
  step: {
    file: 'V0001__more.json',
    text: JSON.stringify({
      requests: [
        {
          method: 'POST',
          path: '/products/_update/p-2',
          body: { script: { source: 'ctx._source.stock += 1' } },
        },
      ],
    }),
    other: JSON.stringify({ requests: [{ method: 'GET', path: '/' }] }),
  },
  transactions: false,
};

databaseSuite({ ...suite, title: 'Elasticsearch (stand-in)', start: standIn });
databaseSuite({
  ...suite,
  title: 'Elasticsearch',
  start: address === undefined ? undefined : () => serverAt(new URL(address)),
});

async function standIn(): Promise<DatabaseServer> {
  const { port, wipe, stop } = await startSearchStandIn();
  return {
    host: '127.0.0.1',
    port,
    url: (host, at) => `http://${host}:${at}`,
    wipe: async () => wipe(),
    stop,
  };
}

async function serverAt(url: URL): Promise<DatabaseServer> {
  const { username, password } = url;
  const client = new Client({
    node: url.origin,
    ...(username === '' ? {} : { auth: { username, password } }),
  });
  return {
    host: url.hostname,
    port: Number(url.port || '9200'),
    url: (host, port) => {
      const way = new URL(url);
      way.host = `${host}:${port}`;
      return way.href;
    },
    wipe: async () => {
      await client.indices.delete({ index: INDICES, ignore_unavailable: true });
    },
    stop: () => client.close(),
  };
}
