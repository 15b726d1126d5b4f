import type { Client } from '@elastic/elasticsearch';
import { isDue, type Migration, readMigrations } from '#runtime';
import { isMissing } from './errors.ts';
import { describeIndex, type IndexDescription } from './indices.ts';
import { alone } from './lock.ts';

interface Applied {
  checksum: string;
  finished: boolean;
  applied_at: string;
}

/** What a step holds: requests of the REST interface. */
interface Step {
  readonly requests: readonly { readonly method: string; readonly path: string; readonly body?: object }[];
}

const INDEX = 'schema-migrations';

/**
 * Brings the indices up to date while every other program that wants the same waits. In the way of Flyway:
 * `R__NAME.json` describes an index and runs, first, whenever it has changed; `V0001__NAME.json` is a step that runs
 * once, in order: `{ "requests": [{ "method", "path", "body" }] }`.
 *
 * @throws Error where a step that was run has been changed since, or broke off half-way
 */
export async function migrate(client: Client, folder: URL): Promise<void> {
  const migrations = await readMigrations(folder, '.json');
  await alone(client, async () => {
    for (const migration of migrations) await apply(client, migration);
  });
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const { name, text, checksum, repeatable } = migration;
  const before = await appliedAs(client, name);
  if (before?.finished === false && !repeatable) {
    throw new Error(
      `${name} broke off half-way. Finish or undo by hand what it does, then mark it as finished, or delete it, in ${INDEX}.`,
    );
  }
  if (!isDue(migration, before?.finished === true ? before.checksum : undefined)) return;
  const mark = (finished: boolean) =>
    client.index<Applied>({
      index: INDEX,
      id: name,
      document: { checksum, finished, applied_at: new Date().toISOString() },
    });
  await mark(false);
  // Written by the generator, or by the team in the form that is documented.
  const content: unknown = JSON.parse(text);
  if (repeatable) await describeIndex(client, content as IndexDescription);
  else for (const request of (content as Step).requests) await client.transport.request(request);
  await mark(true);
}

async function appliedAs(client: Client, name: string): Promise<Applied | undefined> {
  try {
    return (await client.get<Applied>({ index: INDEX, id: name }))._source;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
