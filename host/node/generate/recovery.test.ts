import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../disk/file-system.ts';
import { failing, faultyFileSystem, killed, systemError } from '../testing/faulty-file-system.ts';
import { temporaryFolder, treeAt } from '../testing/folder.ts';
import { previewTree } from './preview.ts';
import type { Tree } from './survey.ts';
import { writeTree } from './write.ts';

const folder = temporaryFolder();
const out = () => folder.path('out');

function tree(files: Record<string, string>): Tree {
  const generated = Object.entries(files).map(([path, content]) => ({
    path,
    content,
    owner: 'tool' as const,
  }));
  return { system: 'shop', layout: 'microservices', files: generated, everyPath: Object.keys(files) };
}

/** One of each: replaced, removed, created in a new folder, kept with a neighbour. */
const OLD = { same: '0', replaced: '1', 'old/removed': '1', edited: '1' };
const NEW = { same: '0', replaced: '2', 'new/deep/created': '2', edited: '2' };

async function prepare(): Promise<Record<string, string>> {
  await rm(out(), { recursive: true, force: true });
  await writeTree(nodeFileSystem, out(), tree(OLD));
  await writeFile(folder.path('out/edited'), 'mine');
  return treeAt(out());
}

const write = (fs: FileSystem) => writeTree(fs, out(), tree(NEW));

/** How many calls to the file system a write takes. */
async function callsOfAWrite(): Promise<number> {
  const { fs, state } = failing(-1, '');
  await prepare();
  await write(fs);
  return state.count;
}

/** What could not be cleared away stays until the next run; a journal in it would mean that there is something to undo. */
function withoutRemains(files: Record<string, string>): Record<string, string> {
  expect(files['.archwright-write/journal.json']).toBeUndefined();
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('.archwright-write')));
}

describe('at whatever step it fails', () => {
  test('the folder is as it was before, or completely new', async () => {
    const calls = await callsOfAWrite();
    const after = await treeAt(out());
    expect(after).toMatchObject({
      replaced: '2',
      'new/deep/created': '2',
      edited: 'mine',
      'edited.new': '2',
    });
    expect(after['old/removed']).toBeUndefined();
    expect(calls).toBeGreaterThan(50);
    for (let at = 0; at < calls; at++) {
      const before = await prepare();
      const result = await write(failing(at, 'ENOSPC').fs).then(
        () => 'done',
        (error: unknown) => error,
      );
      expect(withoutRemains(await treeAt(out())), `call ${at}`).toEqual(result === 'done' ? after : before);
      if (result !== 'done')
        expect(result).toMatchObject({
          name: 'HostFailure',
          message: expect.stringContaining('disk is full'),
        });
    }
  }, 120_000);

  test('a kill is undone by the next write, which then completes', async () => {
    const calls = await callsOfAWrite();
    const after = await treeAt(out());
    for (let at = 0; at < calls; at++) {
      await prepare();
      await write(killed(at).fs).catch(() => undefined);
      await write(nodeFileSystem);
      expect(await treeAt(out()), `call ${at}`).toEqual(after);
      expect((await readdir(out())).filter((name) => name === '.archwright-write')).toEqual([]);
    }
  }, 120_000);

  test('a kill while a kill is being undone is undone as well', async () => {
    const before = await prepare();
    await write(killed((await callsOfAWrite()) - 14).fs).catch(() => undefined);
    await prepare();
    const calls = await callsOfAWrite();
    for (let first = calls - 25; first < calls; first += 5) {
      for (let second = 0; second < 40; second += 3) {
        await prepare();
        await write(killed(first).fs).catch(() => undefined);
        await previewTree(killed(second).fs, out(), tree(NEW)).catch(() => undefined);
        await previewTree(nodeFileSystem, out(), tree(OLD));
        const found = await treeAt(out());
        const lock = found['archwright.lock.json'];
        // Either all was undone, or the first kill came after the write was complete.
        if (lock === before['archwright.lock.json']) expect(found).toEqual(before);
        else expect(found).toMatchObject(NEW_ON_DISK);
      }
    }
  }, 120_000);
});

const NEW_ON_DISK = { same: '0', replaced: '2', 'new/deep/created': '2', edited: 'mine', 'edited.new': '2' };

test('what somebody wrote after a kill is not undone', async () => {
  await prepare();
  // Killed once the first file was in its place.
  let renamed = 0;
  const fs = faultyFileSystem(({ name, path }) => {
    if (name === 'rename' && path.includes('/new/')) renamed++;
    return renamed > 1 ? new Error('killed') : undefined;
  });
  await write(fs).catch(() => undefined);
  const { replaced } = await treeAt(out());
  expect(replaced).toBe('2');
  await writeFile(folder.path('out/replaced'), 'mine too');
  await previewTree(nodeFileSystem, out(), tree(NEW));
  expect(await treeAt(out())).toMatchObject({ replaced: 'mine too' });
});

test('a file saved by somebody while it is being generated is not overwritten', async () => {
  const before = await prepare();
  const racing: FileSystem = new Proxy(nodeFileSystem, {
    get(target, name: keyof FileSystem) {
      const call = target[name] as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        if (name === 'rename' && String(args[1]).endsWith('journal.json'))
          await writeFile(folder.path('out/replaced'), 'just saved');
        return call(...args);
      };
    },
  });
  await expect(write(racing)).rejects.toThrow(/was changed while it was being generated/);
  expect(await treeAt(out())).toEqual({ ...before, replaced: 'just saved' });
});

test('where putting back fails too, the next write does it', async () => {
  const before = await prepare();
  let broken = false;
  const fs = faultyFileSystem(({ name, path }) => {
    if (name === 'unlink' && path.endsWith('old/removed')) broken = true;
    return broken ? systemError('EIO') : undefined;
  });
  await expect(write(fs)).rejects.toThrow(/half-written, and putting it back failed/);
  await previewTree(nodeFileSystem, out(), tree(NEW));
  expect(await treeAt(out())).toEqual(before);
});

describe('two at the same time', () => {
  const owner = (pid: number, startedAt: number, host = hostname()) =>
    JSON.stringify({ pid, host, startedAt });
  const machine = { now: () => 1_000_000_000, runs: (pid: number) => pid === 1 };
  const occupied = async (text: string) => {
    await mkdir(folder.path('out/.archwright-write'), { recursive: true });
    await writeFile(folder.path('out/.archwright-write/owner.json'), text);
    return writeTree(nodeFileSystem, out(), tree(NEW), machine);
  };

  test('the second is told to wait', async () => {
    await expect(occupied(owner(1, machine.now()))).rejects.toMatchObject({ data: { code: 'EBUSY' } });
    await expect(occupied(owner(7, machine.now(), 'another-machine'))).rejects.toMatchObject({
      data: { code: 'EBUSY' },
    });
  });

  test.each([
    ['a dead process', owner(7, 1_000_000_000)],
    ['a process whose number is ours now', owner(process.pid, 1_000_000_000)],
    ['a process that began long ago', owner(1, 1_000_000_000 - 3_600_000)],
    ['nobody', '{'],
  ])('what %s left is taken over', async (_who, text) => {
    expect(await occupied(text)).toMatchObject({ written: 4 });
  });
});
