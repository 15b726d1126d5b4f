import { readFile, stat, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../testing/folder.ts';
import { nodeFileSystem } from './file-system.ts';
import { readJson, writeJson } from './json-file.ts';

const folder = temporaryFolder();
const schema = z.object({ a: z.number() });

test('what was written is read, by its owner only', async () => {
  await writeJson(nodeFileSystem, folder.path('new/x.json'), folder.path('new'), { a: 1 });
  expect(await readJson(nodeFileSystem, folder.path('new/x.json'), schema)).toEqual({ a: 1 });
  expect((await stat(folder.path('new/x.json'))).mode & 0o777).toBe(0o600);
});

test.each(['{"a":', '{"a":"no number"}', ''])(
  'a damaged file counts as absent and is laid aside: %j',
  async (text) => {
    await writeFile(folder.path('x.json'), text);
    expect(await readJson(nodeFileSystem, folder.path('x.json'), schema)).toBeUndefined();
    expect(await readFile(folder.path('x.json.damaged'), 'utf8')).toBe(text);
  },
);
