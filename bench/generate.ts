import { deployableCatalog as catalog } from '#catalog/deployable';
import { generate } from '#generators';
import type { ArchDocument } from '#model';
import { everyEngine } from './every-engine.ts';
import { documentOf, TEAM } from './large-system.ts';
import { measureUnchanged } from './regenerate.ts';

/** Numbers of services; the first and the last are compared. */
const SIZES = [10, 100, 1000];
/** What a system needs to run; diagrams, pipelines and charts are measured with everything else below. */
const RUNNING = ['compose', 'kubernetes', 'services', 'gateways', 'monitoring'];
/** At the largest size, from the product's requirements: milliseconds for what runs. */
const BUDGET = 2000;
/** Components over all engines, and what all targets together may take: milliseconds, and MiB of memory. */
const COMPONENTS = 1000;
const ALL_BUDGET = 3000;
const MEMORY_BUDGET = 512;
/** Share of the whole that Helm and Kustomize may each have. */
const MAX_SHARE = 0.25;
/** Time per service at the largest size over that at the smallest. */
const MAX_GROWTH = 1.2;
const ROUNDS = 5;
/** From the product's requirements: milliseconds to find that nothing of that tree has changed on disk. */
const UNCHANGED_BUDGET = 500;

/**
 * Milliseconds of one generation, and what comes out. The best of several rounds: whatever else the machine does can only
 * add to it. Small trees are made often, so that the clock can tell.
 */
function measure(document: ArchDocument, repeat: number, targets?: readonly string[]) {
  const rounds = Array.from({ length: ROUNDS }, () => {
    globalThis.gc?.();
    const start = performance.now();
    for (let count = 0; count < repeat; count += 1) generate(document, catalog, { targets });
    return (performance.now() - start) / repeat;
  });
  const { files } = generate(document, catalog, { targets });
  const bytes = files.reduce((total, { content }) => total + content.length, 0);
  return { best: Math.min(...rounds), files: files.length, bytes };
}

const largest = Math.max(...SIZES);
const cold = documentOf(TEAM);
for (let count = 0; count < 20; count += 1) generate(cold, catalog);

const results = SIZES.map((services) => {
  const result = measure(documentOf(services), Math.ceil(100 / services), RUNNING);
  const perService = result.best / services;
  console.log(
    `generate ${String(services).padStart(5)} services: ${result.best.toFixed(1).padStart(8)} ms, ${perService.toFixed(3)} ms each, ${result.files} files, ${Math.round(result.bytes / 1024)} KiB`,
  );
  return { services, perService, best: result.best };
});

const growth = (results.at(-1)?.perService ?? Number.NaN) / (results[0]?.perService ?? Number.NaN);
const total = results.at(-1)?.best ?? Number.NaN;
console.log(
  `time per service, ${largest} against ${SIZES[0]}: ${growth.toFixed(2)}x (at most ${MAX_GROWTH}x)`,
);
console.log(`what runs of ${largest} services: ${Math.round((total / BUDGET) * 100)}% of ${BUDGET} ms`);

const every = everyEngine(COMPONENTS);
const all = measure(every, 1);
const memory = process.memoryUsage().rss / 2 ** 20;
console.log(
  `${COMPONENTS} components over all engines, all targets: ${all.best.toFixed(0)} ms (at most ${ALL_BUDGET} ms), ${all.files} files, ${Math.round(all.bytes / 1024)} KiB; ${memory.toFixed(0)} MiB resident (at most ${MEMORY_BUDGET} MiB)`,
);
const shares = ['helm', 'kubernetes'].map((target) => {
  const share = measure(every, 1, [target]).best / all.best;
  console.log(
    `of that ${target}, planning included: ${Math.round(share * 100)}% (at most ${MAX_SHARE * 100}%)`,
  );
  return share;
});

const unchanged = await measureUnchanged(documentOf(largest));
console.log(
  `unchanged regeneration of ${largest} services: ${unchanged.best.toFixed(0)} ms (at most ${UNCHANGED_BUDGET} ms), ${unchanged.files} files; ${(unchanged.best / unchanged.baseline).toFixed(1)}x the time of only reading them (${unchanged.baseline.toFixed(0)} ms)`,
);
const kept =
  growth <= MAX_GROWTH &&
  total <= BUDGET &&
  all.best <= ALL_BUDGET &&
  memory <= MEMORY_BUDGET &&
  shares.every((share) => share <= MAX_SHARE) &&
  unchanged.best <= UNCHANGED_BUDGET;
process.exitCode = kept ? 0 : 1;
