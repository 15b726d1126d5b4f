import { BSON, type Db, type Document } from 'mongodb';
import { isDue, type Migration, readMigrations } from '#runtime';
import { type CollectionDescription, describeCollection } from './collections.ts';
import { prepareInbox } from './inbox.ts';
import { alone } from './lock.ts';

interface Applied {
  _id: string;
  checksum: string;
  finished: boolean;
  appliedAt: Date;
}

/**
 * Brings the database up to date while every other program that wants the same waits. In the way of Flyway:
 * `R__NAME.json` describes a collection and runs, first, whenever it has changed; `V0001__NAME.json` is a step that
 * runs once, in order: `{ "commands": [...] }`, each a command of the database in Extended JSON.
 *
 * @throws Error where a step that was run has been changed since, or broke off half-way
 */
export async function migrate(database: Db, folder: URL): Promise<void> {
  const migrations = await readMigrations(folder, '.json');
  await alone(database, async () => {
    await prepareInbox(database);
    for (const migration of migrations) await apply(database, migration);
  });
}

async function apply(database: Db, migration: Migration): Promise<void> {
  const { name, text, checksum, repeatable } = migration;
  const applied = database.collection<Applied>('schema_migrations');
  const before = await applied.findOne({ _id: name });
  if (before?.finished === false && !repeatable) {
    throw new Error(
      `${name} broke off half-way. Finish or undo by hand what it does, then mark it as finished, or delete it, in schema_migrations.`,
    );
  }
  if (!isDue(migration, before?.finished === true ? before.checksum : undefined)) return;
  const mark = (finished: boolean) =>
    applied.updateOne(
      { _id: name },
      { $set: { checksum, finished, appliedAt: new Date() } },
      { upsert: true },
    );
  await mark(false);
  // Written by the generator, or by the team in the form that is documented.
  const content: unknown = BSON.EJSON.parse(text);
  if (repeatable) await describeCollection(database, content as CollectionDescription);
  else for (const command of (content as { commands: Document[] }).commands) await database.command(command);
  await mark(true);
}
