import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const inProject = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/**
 * Builds what the packaged application consists of, as far as the tests need it: the real preload script, and a page that
 * has the real client of the host and no interface.
 *
 * @param application folder that stands for the application's own
 * @returns the preload script's code
 */
export async function buildApplication(application: string): Promise<string> {
  await mkdir(application, { recursive: true });
  await build({
    configFile: false,
    logLevel: 'error',
    root: inProject('tests/electron/page'),
    build: {
      outDir: join(application, 'dist/renderer'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
    },
  });
  await build({
    configFile: inProject('vite.electron.config.ts'),
    logLevel: 'error',
    mode: 'preload',
    build: { outDir: join(application, 'dist/electron') },
  });
  return readFile(join(application, 'dist/electron/preload.cjs'), 'utf8');
}
