import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createRouterClient } from '@orpc/server';
import { expect, test } from 'vitest';
import { createHost } from '../host.ts';
import { outputAt, temporaryFolder, treeAt } from '../testing/folder.ts';

const folder = temporaryFolder();
const sample = fileURLToPath(new URL('../../../samples/shop.arch.yaml', import.meta.url));
const host = createRouterClient(createHost({ shell: 'test', version: '1.0.0', samplesFolder: '/none' }), {
  context: {},
});

test('the sample is previewed, written as previewed, and then the same', async () => {
  const text = await readFile(sample, 'utf8');
  const out = folder.path('out');
  const alone = await host.generate.preview({ text });
  const preview = await host.generate.preview({ text, out });
  expect(alone.layout).toBe('microservices');
  expect(preview.files.every(({ action, current }) => action === 'create' && current === null)).toBe(true);
  expect(alone.files.find(({ path }) => path.endsWith('secrets.env'))?.content).toMatch(/^[A-Z_]+=$/m);

  const { written, kept, removed } = await host.generate.write({ text, out });
  expect([written, kept, removed]).toEqual([preview.files.length, [], []]);
  const { 'archwright.lock.json': lock } = await treeAt(out);
  expect(Object.keys(await outputAt(out))).toEqual(preview.files.map(({ path }) => path).sort());
  expect(JSON.parse(lock ?? '')).toMatchObject({ system: 'shop', layout: 'microservices' });

  const again = await host.generate.preview({ text, out });
  const actions = new Set(again.files.map(({ action, owner }) => `${owner} ${action}`));
  expect([...actions].sort()).toEqual(['tool same', 'user keep']);
  for (const { content, current } of again.files) expect(current).toBe(content);
});

test('another layout in the same folder removes what it does not need', async () => {
  const text = await readFile(sample, 'utf8');
  const out = folder.path('out');
  await host.generate.write({ text, out });
  const { removed, kept } = await host.generate.write({ text, out, layout: 'monolith' });
  expect(removed.length).toBeGreaterThan(0);
  expect(kept).toEqual([]);
  const fresh = folder.path('fresh');
  await host.generate.write({ text, out: fresh, layout: 'monolith' });
  expect(Object.keys(await outputAt(out))).toEqual(Object.keys(await outputAt(fresh)));
});

test('errors, an unknown layout and an unknown target are problems of the document', async () => {
  const text = await readFile(sample, 'utf8');
  await expect(host.generate.preview({ text: 'name: [' })).rejects.toMatchObject({
    code: 'INVALID',
    defined: true,
  });
  await expect(host.generate.preview({ text, layout: 'x' })).rejects.toMatchObject({
    data: {
      problems: [{ code: 'generate/unknown-layout', expected: expect.stringContaining('microservices') }],
    },
  });
  await expect(host.generate.preview({ text, targets: ['x'] })).rejects.toMatchObject({
    data: { problems: [{ code: 'generate/unknown-target', expected: expect.stringContaining('compose') }] },
  });
});

test('a process killed while it writes leaves nothing that the next one does not put right', async () => {
  const text = await readFile(sample, 'utf8');
  const out = folder.path('out');
  const cli = fileURLToPath(new URL('../../../cli/archwright.mjs', import.meta.url));
  const child = spawn(process.execPath, [cli, 'generate', sample, '--out', out], { stdio: 'ignore' });
  const exited = once(child, 'exit');
  // Killed as soon as the write has begun: its workspace is there.
  while (
    child.exitCode === null &&
    !(await readdir(out).catch(() => [])).some((name) => name.startsWith('.archwright-write'))
  ) {
    await new Promise((done) => setImmediate(done));
  }
  child.kill('SIGKILL');
  await exited;
  await host.generate.write({ text, out });
  const fresh = folder.path('fresh');
  await host.generate.write({ text, out: fresh });
  const [mended, expected] = await Promise.all([treeAt(out), treeAt(fresh)]);
  expect(Object.keys(mended)).toEqual(Object.keys(expected));
  expect((await readdir(out)).filter((name) => name.includes('archwright-write'))).toEqual([]);
});
