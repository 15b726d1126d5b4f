import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { writeDocument } from '../files/write.ts';
import { temporaryFolder } from '../testing/folder.ts';
import { nodeFileSystem } from './file-system.ts';

/** A real full disk and a real read-only one, where the system lets us make them: a small file system in memory. */
const folder = temporaryFolder();
const mounted: string[] = [];
const mountable = canMount();
if (!mountable) process.stdout.write('full-disk.test.ts skipped: needs the right to mount a file system\n');

afterAll(() => {
  for (const path of mounted) execFileSync('umount', [path]);
});

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function mount(name: string, options: string): Promise<string> {
  const path = folder.path(name);
  await mkdir(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', path]);
  mounted.push(path);
  return path;
}

test.skipIf(!mountable)(
  'a disk that runs full: said in words, the old text whole, nothing left behind',
  async () => {
    const disk = await mount('full', 'size=64k');
    const path = `${disk}/a.arch.yaml`;
    await writeDocument(nodeFileSystem, { path, text: 'old' });
    const large = 'x'.repeat(100_000);
    await expect(writeDocument(nodeFileSystem, { path, text: large })).rejects.toMatchObject({
      code: 'OUTSIDE',
      data: { code: 'ENOSPC', path },
    });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(disk)).toEqual(['a.arch.yaml']);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    await expect(writeDocument(nodeFileSystem, { path, text: 'new' })).rejects.toMatchObject({
      code: 'OUTSIDE',
    });
    expect(await readFile(path, 'utf8')).toBe('old');
    execFileSync('umount', [disk]);
    mounted.pop();
  },
);
