import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { lookAt, readTexts } from './look.ts';

const folder = temporaryFolder();
const read = async (name: string, expected?: string) =>
  (await readTexts([folder.path(name)], 1000, [expected]))[0];

test('reads texts, and says what is none', async () => {
  await writeFile(folder.path('text'), 'Zoë\n');
  await writeFile(folder.path('empty'), '');
  await writeFile(folder.path('binary'), new Uint8Array([65, 0, 66]));
  await writeFile(folder.path('latin1'), new Uint8Array([0xe9]));
  await writeFile(folder.path('large'), 'x'.repeat(1001));
  await mkdir(folder.path('folder'));
  await symlink('text', folder.path('link'));
  await symlink('nowhere', folder.path('dangling'));
  const names = [
    'text',
    'empty',
    'binary',
    'latin1',
    'large',
    'folder',
    'link',
    'dangling',
    'none',
    'text/x',
  ];
  const found = await readTexts(
    names.map((name) => folder.path(name)),
    1000,
  );
  expect(found.map((standing) => standing && [standing.kind, standing.text])).toEqual([
    ['file', 'Zoë\n'],
    ['file', ''],
    ['file', null],
    ['file', null],
    ['file', null],
    ['folder', null],
    ['link', null],
    ['link', null],
    undefined,
    undefined,
  ]);
  const seen = await lookAt(names.map((name) => folder.path(name)));
  expect(seen.map((standing) => standing?.kind)).toEqual(found.map((standing) => standing?.kind));
});

test.skipIf(process.platform === 'win32')('does not wait for whoever may write into a pipe', async () => {
  execFileSync('mkfifo', [folder.path('pipe')]);
  expect(await read('pipe', '')).toMatchObject({ kind: 'other', text: null });
  expect(await read('pipe')).toMatchObject({ kind: 'other', text: null });
});

test('a folder is no text, whatever is expected', async () => {
  await mkdir(folder.path('folder'));
  expect(await read('folder', 'x')).toMatchObject({ kind: 'folder' });
});

test('what is expected changes nothing about what is found', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(text, text, async (content, expected) => {
      await writeFile(folder.path('file'), content);
      const plain = await read('file');
      expect((await read('file', expected))?.text).toBe(plain?.text);
      expect((await read('file', content))?.text).toBe(content);
    }),
    { numRuns: 200 },
  );
});
