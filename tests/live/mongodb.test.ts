import process from 'node:process';
import { MongoClient } from 'mongodb';
import { migrations } from '../../catalog/mongodb/migrations.ts';
import { connectDatabase } from '../../catalog/mongodb/runtime/index.ts';
import { type DatabaseServer, databaseSuite } from './database-suite.ts';

/** Database that the tests may empty, in a server that is a replica set. */
const DATABASE = 'archwright-test';
const address = process.env.MONGODB_URL;
if (address === undefined) process.stdout.write('skipped: needs MONGODB_URL\n');

databaseSuite({
  title: 'MongoDB',
  start: address === undefined ? undefined : () => serverAt(new URL(address)),
  migrations,
  connect: connectDatabase,
  step: {
    file: 'V0001__more.json',
    text: JSON.stringify({
      commands: [{ update: 'products', updates: [{ q: { _id: 'p-2' }, u: { $inc: { stock: 1 } } }] }],
    }),
    other: JSON.stringify({ commands: [{ ping: 1 }] }),
  },
  transactions: true,
});

async function serverAt(url: URL): Promise<DatabaseServer> {
  const addressOf = (host: string, port: number) => {
    const way = new URL(url);
    way.host = `${host}:${port}`;
    way.pathname = `/${DATABASE}`;
    way.searchParams.set('directConnection', 'true');
    if (way.username !== '' && !way.searchParams.has('authSource'))
      way.searchParams.set('authSource', url.pathname.slice(1) || 'admin');
    return way.href;
  };
  const port = Number(url.port || '27017');
  const client = await new MongoClient(addressOf(url.hostname, port)).connect();
  return {
    host: url.hostname,
    port,
    url: addressOf,
    wipe: async () => {
      await client.db().dropDatabase();
    },
    stop: () => client.close(),
  };
}
