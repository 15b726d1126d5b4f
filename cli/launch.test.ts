import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseShell, findElectron, hasDisplay } from './launch.ts';

const machine = {
  electron: async () => '/electron',
  hasDisplay: () => true,
  hasDesktopBuild: async () => true,
};

test('the desktop application where it can run, else the browser with the reason', async () => {
  expect(await chooseShell({}, machine)).toEqual({ kind: 'desktop', binary: '/electron' });
  expect(await chooseShell({ web: true }, machine)).toEqual({ kind: 'web' });
  expect(await chooseShell({}, { ...machine, electron: async () => undefined })).toMatchObject({
    kind: 'web',
    reason: expect.stringContaining('not installed'),
  });
  expect(await chooseShell({}, { ...machine, hasDisplay: () => false })).toMatchObject({
    kind: 'web',
    reason: expect.stringContaining('no display'),
  });
  expect(await chooseShell({}, { ...machine, hasDesktopBuild: async () => false })).toMatchObject({
    kind: 'web',
    reason: expect.stringContaining('build:electron'),
  });
});

test('a display is told by the environment on Linux and taken for granted elsewhere', () => {
  expect(hasDisplay('linux', {})).toBe(false);
  expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
  expect(hasDisplay('darwin', {})).toBe(true);
});

test('Electron counts as installed once its executable is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'archwright-electron-'));
  expect(await findElectron(folder)).toBeUndefined();
  await writeFile(join(folder, 'path.txt'), 'electron\n');
  expect(await findElectron(folder)).toBeUndefined();
  await mkdir(join(folder, 'dist'));
  await writeFile(join(folder, 'dist/electron'), '');
  expect(await findElectron(folder)).toBe(join(folder, 'dist/electron'));
  await rm(folder, { recursive: true });
});
