import { chmod, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createRouterClient } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { createHost, endSession, startSession } from './host.ts';
import { faultyFileSystem, systemError } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/folder.ts';

const folder = temporaryFolder();
let clock = 1_000;

function connect(options: Partial<Parameters<typeof createHost>[0]> = {}) {
  const router = createHost({
    shell: 'test',
    version: '1.2.3',
    samplesFolder: folder.path('samples'),
    dataFolder: folder.path('data'),
    home: folder.path(),
    now: () => clock++,
    ...options,
  });
  const session = startSession();
  return { router, session, host: createRouterClient(router, { context: { session } }) };
}

const full = faultyFileSystem(({ name }) =>
  name === 'handle.writeFile' ? systemError('ENOSPC') : undefined,
);

test('info tells what the shell is', async () => {
  const { host } = connect({ openPath: () => '/a.arch.yaml' });
  expect(await host.app.info()).toMatchObject({
    shell: 'test',
    version: '1.2.3',
    nativeDialogs: false,
    openPath: '/a.arch.yaml',
  });
});

describe('files', () => {
  test('open, save, and save elsewhere are remembered, newest first; a deleted file is marked', async () => {
    const { host } = connect();
    await writeFile(folder.path('a.arch.yaml'), 'name: a\n');
    const file = await host.files.read({ path: '~/a.arch.yaml' });
    const saved = await host.files.write({
      path: 'a.arch.yaml',
      text: 'name: b\n',
      expectedVersion: file.version,
    });
    expect((await host.files.read({ path: saved.path })).version).toBe(saved.version);
    await host.files.write({ path: folder.path('b.arch.yaml'), text: '' });
    await rm(folder.path('a.arch.yaml'));
    const recent = await host.recent.list();
    expect(recent.map(({ name, exists }) => [name, exists])).toEqual([
      ['b.arch.yaml', true],
      ['a.arch.yaml', false],
    ]);
    await host.recent.forget({ path: folder.path('a.arch.yaml') });
    expect(await host.recent.list()).toHaveLength(1);
  });

  test('recent files are bounded', async () => {
    const { host } = connect();
    for (let index = 0; index < 25; index++) await host.files.write({ path: `${index}.arch.yaml`, text: '' });
    const recent = await host.recent.list();
    expect(recent).toHaveLength(20);
    expect(recent[0]?.name).toBe('24.arch.yaml');
  });

  test('a file changed, deleted or created by somebody else is not overwritten unless forced', async () => {
    const { host } = connect();
    const path = folder.path('a.arch.yaml');
    const { version } = await host.files.write({ path, text: 'one' });
    await writeFile(path, 'theirs');
    await expect(host.files.write({ path, text: 'mine', expectedVersion: version })).rejects.toMatchObject({
      code: 'CHANGED_ON_DISK',
      defined: true,
      data: { path, text: 'theirs' },
    });
    await expect(host.files.write({ path, text: 'mine', expectedVersion: null })).rejects.toMatchObject({
      code: 'CHANGED_ON_DISK',
    });
    await rm(path);
    await expect(host.files.write({ path, text: 'mine', expectedVersion: version })).rejects.toMatchObject({
      data: { version: null, text: '' },
    });
    await host.files.write({ path, text: 'mine', expectedVersion: version, force: true });
    expect(await readFile(path, 'utf8')).toBe('mine');
    await host.files.write({ path, text: 'mine', expectedVersion: version });
  });

  test('of two saves at once the second sees the first', async () => {
    const { host } = connect();
    const { version } = await host.files.write({ path: 'a', text: 'one' });
    const saves = await Promise.allSettled(
      ['two', 'three'].map((text) => host.files.write({ path: 'a', text, expectedVersion: version })),
    );
    expect(saves.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await readFile(folder.path('a'), 'utf8')).toBe('two');
  });

  test('failures come in words, and the old text stays', async () => {
    const { host } = connect({ fileSystem: full });
    await writeFile(folder.path('a'), 'old');
    await expect(host.files.write({ path: 'a', text: 'new' })).rejects.toMatchObject({
      code: 'OUTSIDE',
      defined: true,
      data: { code: 'ENOSPC', path: folder.path('a') },
      message: expect.stringMatching(/^Cannot save .*The disk is full\. Free some space/),
    });
    expect(await readFile(folder.path('a'), 'utf8')).toBe('old');
    await chmod(folder.path('a'), 0o444);
    await expect(connect().host.files.write({ path: 'a', text: 'new' })).rejects.toMatchObject({
      data: { code: 'EACCES' },
    });
  });

  test('too large, a folder, missing: refused; a path with NUL never reaches the disk', async () => {
    const { host } = connect();
    await writeFile(folder.path('big'), '');
    await truncate(folder.path('big'), 50 * 1024 * 1024);
    await expect(host.files.read({ path: 'big' })).rejects.toMatchObject({ code: 'UNREADABLE' });
    await expect(host.files.read({ path: '~' })).rejects.toMatchObject({ code: 'UNREADABLE' });
    await expect(host.files.read({ path: 'none' })).rejects.toMatchObject({
      code: 'OUTSIDE',
      data: { code: 'ENOENT' },
    });
    await expect(host.files.read({ path: 'a\0b' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('lists folders and documents, in order, without hidden and broken ones', async () => {
    const { host } = connect();
    for (const name of ['b10', 'b9', '.git']) await mkdir(folder.path(name));
    for (const name of ['z.arch.yaml', 'a.arch.yaml', 'notes.txt', '.x.arch.yaml'])
      await writeFile(folder.path(name), '');
    await symlink('nowhere', folder.path('broken.arch.yaml'));
    const all = await host.files.list({});
    expect(all.entries.map(({ name }) => name)).toEqual(['b9', 'b10', 'a.arch.yaml', 'z.arch.yaml']);
    expect((await host.files.list({ documents: false })).entries.map(({ name }) => name)).toEqual([
      'b9',
      'b10',
    ]);
    expect((await host.files.list({ path: '/' })).parent).toBeNull();
    await expect(host.files.list({ path: 'a.arch.yaml' })).rejects.toMatchObject({
      data: { code: 'ENOTDIR' },
    });
  });

  test('creates folders; a file in the way is said', async () => {
    const { host } = connect();
    await host.files.createFolder({ path: 'x/y' });
    await host.files.createFolder({ path: 'x/y' });
    await writeFile(folder.path('f'), '');
    await expect(host.files.createFolder({ path: 'f' })).rejects.toMatchObject({ data: { code: 'EEXIST' } });
  });

  test('dialogs: where there are none that is said, else their answer is handed on', async () => {
    await expect(connect().host.files.pick({ purpose: 'open' })).rejects.toMatchObject({
      data: { code: 'ENOSYS' },
    });
    const { host } = connect({ pick: async (purpose) => (purpose === 'open' ? '/x' : null) });
    expect(await host.files.pick({ purpose: 'open' })).toEqual({ path: '/x' });
    expect(await host.files.pick({ purpose: 'save' })).toBeNull();
  });
});

describe('watching', () => {
  test('tells the version at once and each other one, over replacement, deletion and return', async () => {
    const { host } = connect();
    const path = folder.path('a.arch.yaml');
    const first = await host.files.write({ path, text: 'one' });
    const end = new AbortController();
    const events = await host.files.watch({ path }, { signal: end.signal });
    const next = async () => {
      const { done, value } = await events.next();
      return done ? undefined : value.version;
    };
    expect(await next()).toBe(first.version);
    const second = await host.files.write({ path, text: 'two' });
    expect(await next()).toBe(second.version);
    await writeFile(folder.path('other'), 'three');
    await rename(folder.path('other'), path);
    const third = await host.files.read({ path });
    expect(await next()).toBe(third.version);
    await rm(path);
    expect(await next()).toBeNull();
    await writeFile(path, 'one');
    expect(await next()).toBe(first.version);
    end.abort();
    await expect(events.next()).resolves.toMatchObject({ done: true });
  });

  test('a folder that is not there is said', async () => {
    const events = await connect().host.files.watch({ path: 'none/a' });
    await expect(events.next()).rejects.toMatchObject({ code: 'OUTSIDE' });
  });
});

describe('journal', () => {
  const entry = { id: 'window-1', path: null, name: 'shop', text: 'name: shop\n', baseVersion: null };

  test("a text outlives its session; while the session lives it is nobody else's", async () => {
    const first = connect();
    const { savedAt } = await first.host.journal.write(entry);
    const session = startSession();
    const second = createRouterClient(first.router, { context: { session } });
    expect(await first.host.journal.list()).toEqual([{ ...entry, savedAt }]);
    expect(await second.journal.list()).toEqual([]);
    endSession(first.session);
    expect(await second.journal.list()).toHaveLength(1);
    expect(await connect().host.journal.list()).toHaveLength(1);
    await second.journal.discard({ id: entry.id });
    expect(await second.journal.list()).toEqual([]);
  });

  test('a damaged entry is laid aside and the others are read', async () => {
    const { host } = connect();
    await host.journal.write(entry);
    await writeFile(folder.path('data/journal/window-2.json'), '{"id":"win');
    expect(await host.journal.list()).toHaveLength(1);
    expect(await readFile(folder.path('data/journal/window-2.json.damaged'), 'utf8')).toBe('{"id":"win');
  });

  test('entries are bounded: the oldest go', async () => {
    const { host } = connect();
    for (let index = 0; index < 53; index++) await host.journal.write({ ...entry, id: `window-${index}` });
    const ids = (await host.journal.list()).map(({ id }) => id);
    expect(ids).toHaveLength(50);
    expect(ids[0]).toBe('window-52');
  });

  test('a full disk is said', async () => {
    await expect(connect({ fileSystem: full }).host.journal.write(entry)).rejects.toMatchObject({
      data: { code: 'ENOSPC' },
    });
  });

  test('an id cannot name another file', async () => {
    await expect(connect().host.journal.discard({ id: '../../recent' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

test('samples have a title and a description', async () => {
  await mkdir(folder.path('samples'));
  await writeFile(
    folder.path('samples/web-shop.arch.yaml'),
    'archwright: 1\nname: web-shop\ndescription: Sells things.\n',
  );
  await writeFile(folder.path('samples/README.md'), '');
  const [sample, ...others] = await connect().host.samples.list();
  expect(others).toEqual([]);
  expect(sample).toMatchObject({ id: 'web-shop', title: 'Web shop', description: 'Sells things.' });
});

test('small samples come first', async () => {
  await mkdir(folder.path('samples'));
  const sample = (name: string, components: string) =>
    writeFile(
      folder.path(`samples/${name}.arch.yaml`),
      `archwright: 1\nname: ${name}\ncomponents: ${components}\n`,
    );
  await sample('all', '{ a: { kind: cache }, b: { kind: cache } }');
  await sample('shop', '{ a: { kind: cache } }');
  expect((await connect().host.samples.list()).map(({ id }) => id)).toEqual(['shop', 'all']);
});

test('damaged recent files are no obstacle', async () => {
  await mkdir(folder.path('data'));
  await writeFile(folder.path('data/recent.json'), 'null');
  const { host } = connect();
  expect(await host.recent.list()).toEqual([]);
  await host.files.write({ path: 'a', text: '' });
  expect(await host.recent.list()).toHaveLength(1);
});
