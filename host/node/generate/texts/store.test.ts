import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFileSystem } from '../../disk/file-system.ts';
import { temporaryFolder } from '../../testing/folder.ts';
import { textHash } from '../hash.ts';
import { TextStore } from './store.ts';

const folder = temporaryFolder();
const open = () => TextStore.open(nodeFileSystem, folder.path());
const packs = async () =>
  (await readdir(folder.path('.archwright'))).filter((name) => name.endsWith('.texts'));

/** Keeps exactly these texts; those that the store has already are not handed in again. */
async function keep(wanted: readonly string[], atHand: readonly string[] = wanted): Promise<void> {
  const byHash = new Map(atHand.map((text) => [textHash(text), text]));
  const store = await open();
  for (const { path, text } of await store.operations(wanted.map(textHash), (hash) => byHash.get(hash))) {
    const full = folder.path(path);
    await mkdir(dirname(full), { recursive: true });
    if (text === null) await rm(full);
    else await writeFile(full, text);
  }
}
const has = async (text: string) => (await (await open()).get(textHash(text))) === text;

test('keeps texts, and adds a pack only for what is new', async () => {
  await keep(['a', 'Zoë\n', '']);
  expect([await has('a'), await has('Zoë\n'), await has(''), await has('b')]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  const first = await packs();
  expect(await (await open()).operations([textHash('a')], () => undefined)).toEqual([]);
  await keep(['a', 'Zoë\n', '', 'b']);
  expect(await packs()).toHaveLength(2);
  expect(await packs()).toEqual(expect.arrayContaining(first));
  expect([await has('a'), await has('b')]).toEqual([true, true]);
});

test('folds many packs into one, without the texts that nobody wants any more', async () => {
  const all = Array.from({ length: 9 }, (_, index) => `text ${index}`);
  for (const [index] of all.entries()) await keep(all.slice(0, index + 1));
  expect(await packs()).toHaveLength(1);
  for (const text of all) expect(await has(text)).toBe(true);
  await keep(['text 0', 'new']);
  expect(await packs()).toHaveLength(1);
  expect([await has('text 0'), await has('new'), await has('text 1')]).toEqual([true, true, false]);
});

test('a damaged pack is as if it were not there, and goes', async () => {
  await keep(['a']);
  const [name = ''] = await packs();
  await writeFile(folder.path('.archwright', name), '<<<<<<< ours\n');
  expect(await has('a')).toBe(false);
  await keep(['a']);
  expect(await has('a')).toBe(true);
  expect(await packs()).toEqual([name]);
});

test('a pack whose content was tampered with gives no wrong text', async () => {
  await keep(['a']);
  const [name = ''] = await packs();
  const header = JSON.stringify({ packVersion: 1, texts: [[textHash('a').slice(0, 16), 1]] });
  await writeFile(folder.path('.archwright', name), `${header}\nbm90IGJyb3RsaQ==\n`);
  expect(await has('a')).toBe(false);
});

test('the same texts make the same file on every machine', async () => {
  await keep(['a', 'b']);
  const before = await packs();
  await rm(folder.path('.archwright'), { recursive: true });
  await keep(['a', 'b']);
  expect(await packs()).toEqual(before);
});
