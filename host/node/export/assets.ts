import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);

/**
 * Reads a file of a package, e.g. a font. The packaged application carries no packages: there the file lies in `assets`,
 * beside the bundle (see vite.electron.config.ts).
 */
export function readAsset(specifier: string): Promise<Uint8Array> {
  const name = basename(specifier);
  const bundled = [`./assets/${name}`, `../assets/${name}`].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return readFile(bundled.find((path) => existsSync(path)) ?? require.resolve(specifier));
}
