import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { nodeFileSystem } from '../disk/file-system.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { printLock, readLock } from './lock.ts';

const folder = temporaryFolder();
const LOCK = { system: 'shop', layout: 'microservices', files: { b: '2', a: '1' }, pending: {}, moved: {} };

async function readBack(text: string) {
  await writeFile(folder.path('archwright.lock.json'), text);
  return (await readLock(nodeFileSystem, folder.path())).lock;
}

test('comes back as it was written, one line per path, in a stable order', async () => {
  const text = printLock({ ...LOCK, pending: { a: '3' }, moved: { b: 'x/b' } });
  expect(text.indexOf('"a"')).toBeLessThan(text.indexOf('"b"'));
  expect(text).toContain('\n    "a": "1",\n');
  expect(await readBack(text)).toMatchObject({
    ...LOCK,
    pending: { a: '3' },
    moved: { b: 'x/b' },
    isCurrent: true,
  });
  expect(printLock(LOCK)).not.toContain('pending');
});

test('the first format is read: a text laid beside a file waits for somebody to deal with it', async () => {
  const first = { lockVersion: 1, system: 'shop', layout: 'm', files: { a: '1', b: '2', 'b.new': '2' } };
  expect(await readBack(JSON.stringify(first))).toMatchObject({
    system: 'shop',
    layout: 'm',
    files: { a: '1' },
    pending: { b: '2' },
    moved: {},
    isCurrent: false,
  });
});

test('names that objects understand are paths like any other', async () => {
  const text = '{"lockVersion":2,"system":"s","layout":"m","files":{"constructor":"1","toString":"2"}}';
  expect((await readBack(text))?.files).toEqual({ constructor: '1', toString: '2' });
  expect(await readFile(folder.path('archwright.lock.json'), 'utf8')).toBe(text);
});
