import { chmod, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../disk/file-system.ts';
import { faultyFileSystem, systemError } from '../testing/faulty-file-system.ts';
import { outputAt, temporaryFolder, treeAt } from '../testing/folder.ts';
import { previewTree } from './preview.ts';
import type { Tree } from './survey.ts';
import { writeTree } from './write.ts';

const folder = temporaryFolder();
const out = () => folder.path('out');

/** A tree of tool-owned files; names that begin with `handler` are the user's. */
function tree(files: Record<string, string>, system = 'shop'): Tree {
  const generated = Object.entries(files).map(([path, content]) => ({
    path,
    content,
    owner: path.startsWith('handler') ? ('user' as const) : ('tool' as const),
  }));
  return { system, layout: 'microservices', files: generated, everyPath: Object.keys(files) };
}

const write = (files: Record<string, string>) => writeTree(nodeFileSystem, out(), tree(files));
const actions = async (files: Record<string, string>) =>
  Object.fromEntries(
    (await previewTree(nodeFileSystem, out(), tree(files))).map(({ path, action }) => [path, action]),
  );
const disk = async () => {
  expect(await treeAt(out())).toHaveProperty(['archwright.lock.json']);
  return outputAt(out());
};

test('writes a tree into a folder that is not there yet, and nothing the second time', async () => {
  expect(await actions({ 'a/b.txt': '1' })).toEqual({ 'a/b.txt': 'create' });
  const nothing = { out: out(), kept: [], removed: [], notable: [] };
  expect(await write({ 'a/b.txt': '1' })).toEqual({ ...nothing, written: 1 });
  const before = await stat(folder.path('out/archwright.lock.json'));
  expect(await write({ 'a/b.txt': '1' })).toMatchObject({ written: 0 });
  expect((await stat(folder.path('out/archwright.lock.json'))).mtimeMs).toBe(before.mtimeMs);
  expect(await disk()).toEqual({ 'a/b.txt': '1' });
});

test('a read-only disk is told of, though the recursive mkdir only finds nothing there', async () => {
  const reasons = ['ENOENT', 'EROFS'];
  const fs = faultyFileSystem(({ name }) =>
    name === 'mkdir' ? systemError(reasons.shift() ?? 'EIO') : undefined,
  );
  await expect(writeTree(fs, folder.path('not/there'), tree({ a: '1' }))).rejects.toThrow(
    'The disk is read-only. Choose a place on another disk.',
  );
});

test('untouched files are replaced, and removed with their folders when no longer needed', async () => {
  await write({ a: '1', 'gone/deep/b': '1' });
  expect(await actions({ a: '2' })).toEqual({ a: 'update', 'gone/deep/b': 'remove' });
  expect(await write({ a: '2' })).toMatchObject({ written: 1, kept: [], removed: ['gone/deep/b'] });
  expect(await disk()).toEqual({ a: '2' });
  await expect(stat(folder.path('out/gone'))).rejects.toThrow();
});

test('an edited file is kept; a new text is laid beside it once, and goes when the two agree', async () => {
  await write({ a: '1' });
  await writeFile(folder.path('out/a'), 'mine');
  expect(await write({ a: '1' })).toMatchObject({ kept: ['a'], written: 0 });
  expect(await disk()).toEqual({ a: 'mine' });

  expect(await actions({ a: '2' })).toEqual({ a: 'conflict' });
  await write({ a: '2' });
  expect(await disk()).toEqual({ a: 'mine', 'a.new': '2' });
  await rm(folder.path('out/a.new'));
  await write({ a: '2' });
  expect(await disk()).toEqual({ a: 'mine' });

  await write({ a: '3' });
  await writeFile(folder.path('out/a'), '3');
  expect(await write({ a: '3' })).toMatchObject({ kept: [], removed: ['a.new'] });
  expect(await disk()).toEqual({ a: '3' });
});

test('a ".new" file that somebody works in is kept too', async () => {
  await write({ a: '1' });
  await writeFile(folder.path('out/a'), 'mine');
  await write({ a: '2' });
  await writeFile(folder.path('out/a.new'), 'merging');
  await write({ a: '3' });
  expect(await disk()).toEqual({ a: 'mine', 'a.new': 'merging' });
});

test('foreign files are kept: those in the way get a neighbour, others are not looked at', async () => {
  await mkdir(out());
  await writeFile(folder.path('out/README.md'), 'theirs');
  await writeFile(folder.path('out/notes.txt'), 'notes');
  expect(await actions({ 'README.md': 'ours' })).toEqual({ 'README.md': 'foreign' });
  expect(await write({ 'README.md': 'ours' })).toMatchObject({ kept: ['README.md'] });
  expect(await disk()).toEqual({ 'README.md': 'theirs', 'README.md.new': 'ours', 'notes.txt': 'notes' });
});

test('an edited file that is no longer needed is kept and reported', async () => {
  await write({ a: '1', b: '1' });
  await writeFile(folder.path('out/b'), 'mine');
  expect(await actions({ a: '1' })).toEqual({ a: 'same', b: 'orphan' });
  expect(await write({ a: '1' })).toMatchObject({ kept: ['b'], removed: [] });
  expect(await disk()).toEqual({ a: '1', b: 'mine' });
});

test("the user's files are written once, and removed only if never touched", async () => {
  await write({ 'handler-a': '1', 'handler-b': '1' });
  await writeFile(folder.path('out/handler-a'), 'business');
  await write({ 'handler-a': '2', 'handler-b': '2' });
  expect(await disk()).toEqual({ 'handler-a': 'business', 'handler-b': '1' });
  expect(await write({ x: '1' })).toMatchObject({ removed: ['handler-b'], kept: ['handler-a'] });
});

test('line ends that git changed are no edit', async () => {
  await write({ a: 'x\ny\n' });
  await writeFile(folder.path('out/a'), 'x\r\ny\r\n');
  expect(await actions({ a: 'z\n' })).toEqual({ a: 'update' });
});

test('targets left out this time keep their files and stay known', async () => {
  await write({ 'compose.yaml': '1', 'kubernetes/a': '1' });
  const part = { ...tree({ 'compose.yaml': '2' }), everyPath: ['compose.yaml', 'kubernetes/a'] };
  await writeTree(nodeFileSystem, out(), part);
  expect(await disk()).toEqual({ 'compose.yaml': '2', 'kubernetes/a': '1' });
  expect(await actions({ 'compose.yaml': '2', 'kubernetes/a': '2' })).toMatchObject({
    'kubernetes/a': 'update',
  });
});

describe('secrets', () => {
  const secretTree = (content: string): Tree => ({
    ...tree({}),
    files: [{ path: 'secrets.env', content, owner: 'user', secrets: ['A', 'B'] }],
    everyPath: ['secrets.env'],
  });
  const read = () => readFile(folder.path('out/secrets.env'), 'utf8');

  test('are drawn once, readable by their owner, shown to nobody', async () => {
    await writeTree(nodeFileSystem, out(), secretTree('A=\n'));
    const first = await read();
    expect(first).toMatch(/^A=[0-9A-Za-z]{32}\n$/);
    expect((await stat(folder.path('out/secrets.env'))).mode & 0o777).toBe(0o600);
    const [shown] = await previewTree(nodeFileSystem, out(), secretTree('A=\n# b\nB=\n'));
    expect(shown).toMatchObject({
      action: 'update',
      current: 'A=********\n',
      content: 'A=********\n# b\nB=********\n',
    });
    await writeTree(nodeFileSystem, out(), secretTree('A=\n# b\nB=\n'));
    expect(await read()).toMatch(new RegExp(`^${first}# b\nB=[0-9A-Za-z]{32}\n$`));
    expect(await readFile(folder.path('out/archwright.lock.json'), 'utf8')).not.toContain('secrets.env');
  });

  test('stay when nothing needs them any more', async () => {
    await writeTree(nodeFileSystem, out(), secretTree('A=\n'));
    expect(await write({ a: '1' })).toMatchObject({ removed: [] });
    expect(await read()).toMatch(/^A=/);
  });
});

describe('a folder that cannot take the tree is refused and left as it is', () => {
  const refused = async (files: Record<string, string>, message: RegExp) => {
    const before = await treeAt(folder.path());
    await expect(write(files)).rejects.toMatchObject({
      name: 'HostFailure',
      message: expect.stringMatching(message),
    });
    expect(await treeAt(folder.path())).toEqual(before);
  };

  test.each(['../evil', '/etc/evil', 'a/../../evil', 'a//b', 'a\\..\\..\\evil', 'C:evil', 'a\0b', 'tail. '])(
    'path %j',
    async (path) => {
      await refused({ [path]: 'x' }, /nothing was written/);
      await expect(stat(out())).rejects.toThrow();
    },
  );

  test('two paths that are one where case does not count', () =>
    refused({ 'a/README': '1', 'A/readme': '2' }, /differ in case only/));

  test('a symbolic link that leads out', async () => {
    await mkdir(folder.path('elsewhere'));
    await mkdir(out());
    await symlink(folder.path('elsewhere'), folder.path('out/services'));
    await refused({ 'services/a': '1' }, /leads out of the output folder/);
  });

  test("a linked file is somebody else's: kept, never written through", async () => {
    await writeFile(folder.path('outside.txt'), 'theirs');
    await mkdir(out());
    await symlink(folder.path('outside.txt'), folder.path('out/a'));
    expect(await write({ a: '1' })).toMatchObject({ kept: ['a'] });
    expect(await readFile(folder.path('outside.txt'), 'utf8')).toBe('theirs');
  });

  test('a file where a folder is needed, a folder where a file is needed, a file as output folder', async () => {
    await mkdir(folder.path('out/README.md'), { recursive: true });
    await writeFile(folder.path('out/services'), 'x');
    await refused({ 'services/a': '1' }, /services is a file, where a folder is to be generated/);
    await refused({ 'README.md': '1' }, /README.md is a folder, where a file is to be generated/);
    await expect(writeTree(nodeFileSystem, folder.path('out/services'), tree({}))).rejects.toThrow(
      /is a file. Choose a folder/,
    );
  });

  test('another system lives there', async () => {
    await write({ a: '1' });
    const other = writeTree(nodeFileSystem, out(), tree({ b: '1' }, 'bank'));
    await expect(other).rejects.toThrow(/holds the system "shop", and this document is "bank"/);
    expect(await disk()).toEqual({ a: '1' });
  });

  test.each([
    ['<<<<<<< HEAD\n', /damaged/],
    ['{"lockVersion":3}', /newer Archwright/],
    [JSON.stringify({ lockVersion: 1, system: 'shop', layout: 'm', files: { '../victim': 'x' } }), /damaged/],
    [
      JSON.stringify({ lockVersion: 2, system: 'shop', layout: 'm', files: {}, moved: { a: '../b' } }),
      /damaged/,
    ],
    [
      JSON.stringify({ lockVersion: 2, system: 'shop', layout: 'm', files: {}, pending: { '/a': 'x' } }),
      /damaged/,
    ],
  ])('lock file %j', async (lock, message) => {
    await mkdir(out());
    await writeFile(folder.path('out/archwright.lock.json'), lock);
    await refused({ a: '1' }, message);
  });

  test('a read-only file that would have to be replaced', async () => {
    await write({ a: '1', b: '1' });
    await chmod(folder.path('out/b'), 0o444);
    await refused({ a: '2', b: '2' }, /b is read-only/);
  });
});
