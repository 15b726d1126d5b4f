import { cp, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../../host/node/disk/file-system.ts';
import { previewTree } from '../../host/node/generate/preview.ts';
import type { Tree } from '../../host/node/generate/survey.ts';
import { writeTree } from '../../host/node/generate/write.ts';
import { failing, killed } from '../../host/node/testing/faulty-file-system.ts';
import { temporaryFolder, treeAt } from '../../host/node/testing/folder.ts';
import { Place } from './place.ts';

const folder = temporaryFolder();
const out = () => folder.path('out');

const text = (...lines: string[]) => `${lines.join('\n')}\n`;
const OLD = {
  untouched: text('1'),
  merged: text('a', 'b', 'c', 'd'),
  conflict: text('a', 'b'),
  moved: text('one', 'two', 'three', 'four', 'five'),
  deleted: text('x'),
  'gone/untouched': text('x'),
  'gone/edited': text('x'),
};
const NEW = {
  untouched: text('2'),
  merged: text('a', 'b', 'c', 'D'),
  conflict: text('a', 'B'),
  moved: text('one', 'two', 'three', 'four', 'FIVE'),
  deleted: text('y'),
  'new/file': text('1'),
};
const MINE = ['mine in merged', 'mine in conflict', 'mine in moved', 'mine in gone'];

function tree(files: Record<string, string>): Tree {
  const generated = Object.entries(files).map(([path, content]) => ({
    path,
    content,
    owner: 'tool' as const,
  }));
  return { system: 'shop', layout: 'one', files: generated, everyPath: Object.keys(files) };
}

/** One file of each kind, with a line of a person's in all that a person can write in. */
async function prepare(): Promise<void> {
  const place = new Place(folder.path('prepared'));
  await writeTree(nodeFileSystem, place.out, tree(OLD));
  await place.edit('merged', 'a\n', 'a\nmine in merged\n');
  await place.edit('conflict', 'b\n', 'mine in conflict\n');
  await place.move('moved', 'elsewhere/moved');
  await place.edit('elsewhere/moved', 'one\n', 'one\nmine in moved\n');
  await place.remove('deleted');
  await place.append('gone/edited', 'mine in gone\n');
}

async function begin(): Promise<void> {
  await rm(out(), { recursive: true, force: true });
  await cp(folder.path('prepared'), out(), { recursive: true });
}

const write = (fs: FileSystem) => writeTree(fs, out(), tree(NEW));
const withoutWorkspace = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('.archwright-write')));

test('killed at whatever step: nothing written by hand is ever gone, and afterwards it is all or nothing', async () => {
  await prepare();
  await begin();
  const before = await treeAt(out());
  const { fs, state } = failing(-1, '');
  const { notable } = await write(fs);
  const after = await treeAt(out());
  expect(notable.map(({ path, action }) => `${path} ${action}`).sort()).toEqual([
    'conflict conflict',
    'deleted deleted',
    'gone/edited orphan',
    'merged merge',
    'moved merge',
  ]);
  expect(after).toMatchObject({
    merged: text('a', 'mine in merged', 'b', 'c', 'D'),
    conflict: before.conflict,
  });
  expect(state.count).toBeGreaterThan(60);
  for (let at = 0; at < state.count; at++) {
    await begin();
    await write(killed(at).fs).catch(() => undefined);
    const texts = Object.values(await treeAt(out()));
    for (const line of MINE)
      expect(
        texts.some((found) => found.includes(line)),
        `${line}, killed at ${at}`,
      ).toBe(true);
    await previewTree(nodeFileSystem, out(), tree(NEW));
    const recovered = withoutWorkspace(await treeAt(out()));
    const isDone = recovered['archwright.lock.json'] === after['archwright.lock.json'];
    expect(recovered, `killed at ${at}`).toEqual(isDone ? after : before);
    await write(nodeFileSystem);
    expect(await treeAt(out()), `killed at ${at}, then generated again`).toEqual(after);
  }
}, 240_000);

test('a full disk at whatever step leaves everything as it was', async () => {
  await prepare();
  await begin();
  const before = await treeAt(out());
  const { fs, state } = failing(-1, '');
  await write(fs);
  const after = await treeAt(out());
  for (let at = 0; at < state.count; at++) {
    await begin();
    const done = await write(failing(at, 'ENOSPC').fs).then(
      () => true,
      () => false,
    );
    expect(withoutWorkspace(await treeAt(out())), `failed at ${at}`).toEqual(done ? after : before);
  }
}, 240_000);
