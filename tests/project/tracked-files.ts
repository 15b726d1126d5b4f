import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder, with a slash at the end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const NOT_OURS = /^(node_modules|dist|\.git|\.cache|test-results|playwright-report|coverage)$/;

/**
 * Files that belong to the project, relative to its root: what git tracks or would track, so that the rules meet a file before it is
 * committed. In a copy without git, all files outside the folders that tools make.
 */
export function projectFiles(): string[] {
  if (!existsSync(join(ROOT, '.git'))) return walk('');
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return list.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => !NOT_OURS.test(name))
    .flatMap((name) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      return statSync(join(ROOT, path)).isDirectory() ? walk(path) : [path];
    });
}

/** A project file as text. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

const BINARY = /\.(png|ico|icns|woff2?|zip|gz)$/;

/** Files that hold text people wrote or tools wrote for people. */
export function textFiles(): string[] {
  return projectFiles().filter((path) => !BINARY.test(path));
}
