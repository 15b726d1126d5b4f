import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

/** One file that brings a database further. */
export interface Migration {
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
  /** Runs again whenever it has changed; any other runs once and must stay as it was. */
  readonly repeatable: boolean;
}

/**
 * Reads a folder of migrations, in the way of Flyway: `R__NAME` describes a table and runs, first, whenever it has
 * changed; `V0001__NAME` is a step that runs once, in order.
 *
 * @param extension of the files, with its dot, e.g. `.sql`
 * @returns in the order to run them
 */
export async function readMigrations(folder: URL, extension: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(extension)).toSorted();
  const migrations = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(encodeURIComponent(name), folder), 'utf8');
      const checksum = createHash('sha256').update(text).digest('hex');
      return { name, text, checksum, repeatable: name.startsWith('R__') };
    }),
  );
  return [
    ...migrations.filter(({ repeatable }) => repeatable),
    ...migrations.filter(({ repeatable }) => !repeatable),
  ];
}

/**
 * Whether a migration is to be run.
 *
 * @param applied checksum of what was run under its name, if anything was
 * @throws Error where a step that was run has been changed since
 */
export function isDue({ name, checksum, repeatable }: Migration, applied: string | undefined): boolean {
  if (applied === checksum) return false;
  if (applied !== undefined && !repeatable)
    throw new Error(`${name} was changed after it had run. Undo the change and add a further step instead.`);
  return true;
}
