import { spawnSync } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chooseShell, findElectron, hasDisplay, startShell } from '../cli/launch.ts';

/**
 * `npm start`: builds what is missing or older than its sources, then opens the desktop application where Electron is
 * installed, and the browser otherwise. `npm start -- FILE` opens a document.
 */

const project = fileURLToPath(new URL('..', import.meta.url));
/** What the builds are made of. */
const SOURCES = ['model', 'catalog', 'generators', 'host', 'renderer', 'package.json', 'vite.config.ts'];
const DESKTOP_SOURCES = ['electron', 'vite.electron.config.ts'];

/** Latest change of a file or of anything in a folder, in milliseconds since the epoch; 0 where there is nothing. */
async function lastChange(path: string): Promise<number> {
  const stats = await stat(join(project, path)).catch(() => undefined);
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  const names = await readdir(join(project, path));
  const changes = await Promise.all(names.map((name) => lastChange(join(path, name))));
  return Math.max(0, ...changes);
}

/** Runs an npm script if its result is older than its sources. */
async function bringUpToDate(script: string, result: string, sources: readonly string[]): Promise<void> {
  const newest = Math.max(...(await Promise.all(sources.map(lastChange))));
  if ((await lastChange(result)) >= newest) return;
  process.stdout.write(`Building (npm run ${script}) ...\n`);
  const { status } = spawnSync('npm', ['run', '--silent', script], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write(`The build failed. Run "npm run ${script}" to see why.\n`);
    process.exit(3);
  }
}

const [file] = process.argv.slice(2);
await bringUpToDate('build', 'dist/renderer/index.html', SOURCES);
const electron = await findElectron(join(project, 'node_modules/electron'));
if (electron && hasDisplay(process.platform, process.env)) {
  await bringUpToDate('build:electron', 'dist/electron/main.js', [...SOURCES, ...DESKTOP_SOURCES]);
}
const shell = await chooseShell({});
if (shell.reason) process.stdout.write(`${shell.reason}\n`);
process.exitCode = await startShell(shell, file, { browser: true });
