import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Most JavaScript that the first page may fetch, in kB (1000 bytes) of gzip. Monaco, elkjs and the generators come later. */
const BUDGET_KB = 450;

const dist = new URL('../dist/renderer/', import.meta.url);

interface Chunk {
  file: string;
  imports?: string[];
}

/** Chunks that an entry needs before it can run: its own and all that it imports statically. */
function initialChunks(manifest: Record<string, Chunk>, entry: string): string[] {
  const files = new Map<string, string>();
  const visit = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(key)) return;
    files.set(key, chunk.file);
    for (const inner of chunk.imports ?? []) visit(inner);
  };
  visit(entry);
  return [...files.values()];
}

function readManifest(): Record<string, Chunk> {
  try {
    return JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
  } catch (cause) {
    throw new Error(`There is no build in ${fileURLToPath(dist)}. Run "npm run build" first.`, { cause });
  }
}

const sizes = initialChunks(readManifest(), 'index.html').map((file) => {
  const bytes = gzipSync(readFileSync(new URL(file, dist))).length;
  return { file, kilobytes: bytes / 1000 };
});
const total = sizes.reduce((sum, { kilobytes }) => sum + kilobytes, 0);
for (const { file, kilobytes } of sizes)
  process.stdout.write(`${kilobytes.toFixed(1).padStart(8)} kB  ${file}\n`);
process.stdout.write(`${total.toFixed(1).padStart(8)} kB  in all, of ${BUDGET_KB} kB\n`);
if (total > BUDGET_KB) {
  process.stderr.write(`The first page fetches ${(total - BUDGET_KB).toFixed(1)} kB too much JavaScript.\n`);
  process.exitCode = 1;
}
