import { deployableCatalog as catalog } from '#catalog/deployable';
import { generate } from '#generators';
import { type ArchDocument, parse } from '#model';

/** Numbers of services; the first and the last are compared. */
const SIZES = [10, 100, 1000];
/** At the largest size, from the product's requirements: milliseconds for the whole tree. */
const BUDGET = 2000;
/** Time per service at the largest size over that at the smallest. */
const MAX_GROWTH = 1.2;
const ROUNDS = 5;
/** Services that share a context, a queue and a cache. */
const TEAM = 10;

/** A system of equal teams: every service keeps a table, calls the next one, and tells its team of every change. */
function documentOf(services: number): ArchDocument {
  const components: Record<string, unknown> = {};
  const routes: Record<string, string> = {};
  for (let index = 0; index < services; index += 1) {
    const team = Math.floor(index / TEAM);
    const context = `team-${team}`;
    const next = (index + 1) % services;
    routes[`/things-${index}`] = `service-${index}`;
    components[`service-${index}`] = {
      kind: 'service',
      context,
      scale: { min: 2, max: 6 },
      operations: {
        'list-things': {
          http: `GET /things-${index}`,
          output: [{ thingId: 'id', name: 'string' }],
          calls: [`service-${index}-db.read things`],
        },
        'make-thing': {
          http: `POST /things-${index}`,
          input: { name: 'string', amount: 'integer' },
          output: { thingId: 'id' },
          calls: [
            `service-${next}.list-things`,
            `service-${index}-db.write things`,
            `events-${team}.publish thing-made`,
          ],
        },
        'on-thing': {
          consumes: `events-${team} thing-made`,
          input: { thingId: 'id' },
          calls: [`cache-${team}.delete thing by thingId`],
        },
      },
    };
    components[`service-${index}-db`] = {
      kind: 'database',
      context,
      tables: { things: { key: 'thingId', columns: { thingId: 'id', name: 'string', amount: 'integer' } } },
    };
    if (index % TEAM === 0) {
      components[`events-${team}`] = {
        kind: 'queue',
        context,
        topics: { 'thing-made': { payload: { thingId: 'id' } } },
      };
      components[`cache-${team}`] = { kind: 'cache', context };
    }
  }
  components.edge = { kind: 'gateway', routes };
  components.metrics = { kind: 'monitoring' };
  const { document, problems } = parse(
    JSON.stringify({ archwright: 1, name: 'bench', components }),
    catalog.vocabulary,
  );
  const error = problems.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new Error(`the measured document has problems: ${error.message}`);
  return document;
}

/**
 * Milliseconds of one generation, and what comes out. The best of several rounds: whatever else the machine does can only
 * add to it. Small trees are made often, so that the clock can tell.
 */
function measure(document: ArchDocument, repeat: number) {
  const rounds = Array.from({ length: ROUNDS }, () => {
    globalThis.gc?.();
    const start = performance.now();
    for (let count = 0; count < repeat; count += 1) generate(document, catalog);
    return (performance.now() - start) / repeat;
  });
  const { files } = generate(document, catalog);
  const bytes = files.reduce((total, { content }) => total + content.length, 0);
  return { best: Math.min(...rounds), files: files.length, bytes };
}

const largest = Math.max(...SIZES);
const cold = documentOf(TEAM);
for (let count = 0; count < 20; count += 1) generate(cold, catalog);

const results = SIZES.map((services) => {
  const result = measure(documentOf(services), Math.ceil(100 / services));
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
console.log(`whole tree of ${largest} services: ${Math.round((total / BUDGET) * 100)}% of ${BUDGET} ms`);
process.exitCode = growth <= MAX_GROWTH && total <= BUDGET ? 0 : 1;
