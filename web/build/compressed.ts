import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(js|css|html|svg|json|map)$/;
/** Below this many bytes compression saves less than a packet. */
const SMALLEST = 1_024;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Lays `FILE.br` and `FILE.gz` beside every text file of the build, for the web shell to serve as they are. */
export function compressed(): Plugin {
  let folder = '';
  return {
    name: 'archwright:compressed',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    // Not `closeBundle`, which runs after a failed build too and would hide why it failed.
    async writeBundle() {
      for (const path of await textFiles(folder)) await compress(path);
    },
  };
}

async function textFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.length < SMALLEST) return;
  const options = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  };
  const [brotli, zipped] = await Promise.all([toBrotli(content, options), toGzip(content, { level: 9 })]);
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, zipped)]);
}
