import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/**
 * `npm ci` refuses a lock file that lacks the packages of other platforms, and `npm install` leaves them out where its
 * registry does not have them.
 */
test('the lock file lists the packages of every platform', async () => {
  const path = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
  const { packages } = lockFile.parse(JSON.parse(await readFile(path, 'utf8')));
  const missing = Object.entries(packages).flatMap(([key, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`${key}/node_modules/${name}`] && !packages[`node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});
