import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isDue, type Migration, readMigrations } from './migrations.ts';

describe('a folder of migrations', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'archwright-migrations-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives what describes tables first, then the steps in order, and leaves other files alone', async () => {
    for (const name of ['V0002__b.sql', 'V0001__a#1.sql', 'R__orders.sql', 'notes.txt'])
      await writeFile(join(folder, name), name);
    const migrations = await readMigrations(pathToFileURL(`${folder}/`), '.sql');
    expect(migrations.map(({ name, text, repeatable }) => [name, text, repeatable])).toEqual([
      ['R__orders.sql', 'R__orders.sql', true],
      ['V0001__a#1.sql', 'V0001__a#1.sql', false],
      ['V0002__b.sql', 'V0002__b.sql', false],
    ]);
    expect(new Set(migrations.map(({ checksum }) => checksum)).size).toBe(3);
  });
});

describe('a migration', () => {
  const step: Migration = { name: 'V0001__a.sql', text: '', checksum: 'new', repeatable: false };

  it('runs when it has not run, and not again', () => {
    expect(isDue(step, undefined)).toBe(true);
    expect(isDue(step, 'new')).toBe(false);
  });

  it('runs again when it describes a table and has changed', () => {
    expect(isDue({ ...step, repeatable: true }, 'old')).toBe(true);
  });

  it('is refused when it is a step and was changed after it had run', () => {
    expect(() => isDue(step, 'old')).toThrow(/V0001__a\.sql was changed after it had run/);
  });
});
