import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployableCatalog as catalog } from '#catalog/deployable';
import { generate } from '#generators';
import type { ArchDocument } from '#model';
import { nodeFileSystem } from '../host/node/disk/file-system.ts';
import { writeTree } from '../host/node/generate/write.ts';

const ROUNDS = 9;

/**
 * Milliseconds to find that a tree on disk is what would be written, without the generation itself. The best of several
 * rounds: whatever else the machine does can only add to it. The baseline reads the same files and does nothing else.
 */
export async function measureUnchanged(document: ArchDocument) {
  const { layout, files } = generate(document, catalog);
  const tree = { system: document.name, layout, files, everyPath: files.map(({ path }) => path) };
  const out = await mkdtemp(join(tmpdir(), 'archwright-bench-'));
  try {
    await writeTree(nodeFileSystem, out, tree);
    const best = await bestOf(async () => {
      const { written } = await writeTree(nodeFileSystem, out, tree);
      if (written > 0) throw new Error('the tree that was just written counts as changed');
    });
    const paths = files.map(({ path }) => join(out, path));
    const baseline = await bestOf(() => {
      for (const path of paths) readFileSync(path);
    });
    return { best, baseline, files: files.length };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

async function bestOf(work: () => void | Promise<void>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    globalThis.gc?.();
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
