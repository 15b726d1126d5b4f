import { chmod, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { faultyFileSystem, systemError } from '../testing/faulty-file-system.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { writeAtomically } from './atomic-write.ts';
import { nodeFileSystem } from './file-system.ts';

const folder = temporaryFolder();

test('creates a file and replaces it', async () => {
  const path = folder.path('a.txt');
  await writeAtomically(nodeFileSystem, path, 'one');
  await writeAtomically(nodeFileSystem, path, 'two');
  expect(await readFile(path, 'utf8')).toBe('two');
  expect(await readdir(folder.path())).toEqual(['a.txt']);
});

test('an existing file keeps its permissions', async () => {
  const path = folder.path('run.sh');
  await writeFile(path, 'one');
  await chmod(path, 0o751);
  await writeAtomically(nodeFileSystem, path, 'two');
  expect((await stat(path)).mode & 0o777).toBe(0o751);
});

test('a new file gets the permissions asked for', async () => {
  await writeAtomically(nodeFileSystem, folder.path('secret'), 'x', { mode: 0o600 });
  expect((await stat(folder.path('secret'))).mode & 0o777).toBe(0o600);
});

test('a symbolic link stays one and its target is replaced, also where the target is missing', async () => {
  await mkdir(folder.path('real'));
  await symlink('real/a.txt', folder.path('link'));
  await writeAtomically(nodeFileSystem, folder.path('link'), 'one');
  await writeAtomically(nodeFileSystem, folder.path('link'), 'two');
  expect(await readlink(folder.path('link'))).toBe('real/a.txt');
  expect(await readFile(folder.path('real/a.txt'), 'utf8')).toBe('two');
});

test('links that go round in a circle are refused', async () => {
  await symlink('self', folder.path('self'));
  await expect(writeAtomically(nodeFileSystem, folder.path('self'), 'x')).rejects.toMatchObject({
    code: 'ELOOP',
  });
});

test('a read-only file is refused, though a rename would replace it', async () => {
  await writeFile(folder.path('a.txt'), 'one');
  await chmod(folder.path('a.txt'), 0o444);
  await expect(writeAtomically(nodeFileSystem, folder.path('a.txt'), 'two')).rejects.toMatchObject({
    code: 'EACCES',
  });
  expect(await readFile(folder.path('a.txt'), 'utf8')).toBe('one');
});

test('a folder is not replaced', async () => {
  await expect(writeAtomically(nodeFileSystem, folder.path(), 'x')).rejects.toMatchObject({ code: 'EISDIR' });
});

describe('whatever fails, the old file stays and no temporary file is left', () => {
  test.each([
    ['open', 'EMFILE'],
    ['handle.writeFile', 'ENOSPC'],
    ['handle.sync', 'EIO'],
    ['rename', 'EACCES'],
  ])('%s fails with %s', async (name, code) => {
    const path = folder.path('a.txt');
    await writeFile(path, 'one');
    const fs = faultyFileSystem((call) => (call.name === name ? systemError(code) : undefined));
    await expect(writeAtomically(fs, path, 'two')).rejects.toMatchObject({ code });
    expect(await readFile(path, 'utf8')).toBe('one');
    expect(await readdir(folder.path())).toEqual(['a.txt']);
  });
});

test('a system that cannot flush a folder, or change an owner, is no obstacle', async () => {
  await writeFile(folder.path('a.txt'), 'one');
  let opened = 0;
  const fs = faultyFileSystem(({ name }) => {
    if (name === 'handle.chown') return systemError('EPERM');
    return name === 'open' && opened++ > 0 ? systemError('EPERM') : undefined;
  });
  await writeAtomically(fs, folder.path('a.txt'), 'two');
  expect(await readFile(folder.path('a.txt'), 'utf8')).toBe('two');
});
