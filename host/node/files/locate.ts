import { isAbsolute, join, resolve } from 'node:path';

/** A path as people write it: `~` is the home folder, and a relative path starts there. */
export function absolute(path: string, home: string): string {
  if (path === '~') return home;
  if (path.startsWith('~/')) return join(home, path.slice(2));
  return isAbsolute(path) ? resolve(path) : resolve(home, path);
}
