import { execFileSync } from 'node:child_process';
import { chmod, mkdir, truncate, utimes, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { faultyFileSystem, systemError } from '../testing/faulty-file-system.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { decodeDocument, readDocument, readVersion } from './document-file.ts';
import { nodeFileSystem } from './file-system.ts';

const folder = temporaryFolder();
const read = (name: string) => readDocument(nodeFileSystem, folder.path(name));

test('reads text, name and version', async () => {
  await writeFile(folder.path('shop.arch.yaml'), 'name: shöp\n');
  expect(await read('shop.arch.yaml')).toMatchObject({
    name: 'shop.arch.yaml',
    text: 'name: shöp\n',
    readOnly: false,
  });
});

test('the version changes with the content only', async () => {
  const path = folder.path('a');
  await writeFile(path, 'one');
  const one = await readVersion(nodeFileSystem, path);
  await utimes(path, 1, 1);
  expect(await readVersion(nodeFileSystem, path)).toBe(one);
  await writeFile(path, 'two');
  expect(await readVersion(nodeFileSystem, path)).not.toBe(one);
  expect(await readVersion(nodeFileSystem, folder.path('none'))).toBeNull();
});

test('a file or a folder marked read-only is reported as such', async () => {
  await writeFile(folder.path('a'), '');
  await chmod(folder.path('a'), 0o444);
  expect(await read('a')).toMatchObject({ readOnly: true });
});

describe('what is no document is refused with what to do', () => {
  test('50 MB: refused without being read', async () => {
    await writeFile(folder.path('big'), '');
    await truncate(folder.path('big'), 50 * 1024 * 1024);
    const fs = faultyFileSystem(({ name }) => (name === 'readFile' ? systemError('EIO') : undefined));
    await expect(readDocument(fs, folder.path('big'))).rejects.toMatchObject({
      code: 'UNREADABLE',
      message: expect.stringMatching(/too large: 50 MB, and at most 20 MB/),
    });
    expect(await readVersion(fs, folder.path('big'))).toMatch(/^large:/);
  });

  test('binary, UTF-16, Latin-1', async () => {
    await writeFile(folder.path('a'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]));
    await writeFile(folder.path('b'), Buffer.from('\ufeffname: x', 'utf16le'));
    await writeFile(folder.path('c'), Buffer.from('name: caf\xe9', 'latin1'));
    await expect(read('a')).rejects.toMatchObject({
      code: 'UNREADABLE',
      message: expect.stringContaining('binary'),
    });
    await expect(read('b')).rejects.toMatchObject({
      code: 'UNREADABLE',
      message: expect.stringContaining('UTF-16'),
    });
    await expect(read('c')).rejects.toMatchObject({
      code: 'UNREADABLE',
      message: expect.stringContaining('UTF-8'),
    });
  });

  test('a folder, a missing file, a file as folder', async () => {
    await mkdir(folder.path('dir'));
    await writeFile(folder.path('file'), '');
    await expect(read('dir')).rejects.toMatchObject({
      code: 'UNREADABLE',
      message: expect.stringContaining('is a folder'),
    });
    await expect(read('none')).rejects.toMatchObject({ code: 'OUTSIDE', data: { code: 'ENOENT' } });
    await expect(read('file/below')).rejects.toMatchObject({ code: 'OUTSIDE', data: { code: 'ENOTDIR' } });
    await expect(read('x'.repeat(300))).rejects.toMatchObject({
      code: 'OUTSIDE',
      data: { code: 'ENAMETOOLONG' },
    });
  });

  test.skipIf(process.platform === 'win32')(
    'a named pipe: refused without waiting for its writer',
    async () => {
      execFileSync('mkfifo', [folder.path('pipe')]);
      await expect(read('pipe')).rejects.toMatchObject({
        code: 'UNREADABLE',
        message: expect.stringContaining('pipe'),
      });
    },
  );
});

test('a byte order mark is no part of the text', () => {
  expect(decodeDocument(Buffer.from('\ufeffname: x'), 'a')).toBe('name: x');
});
