import { catalog } from '#catalog';
import { type ArchDocument, parse } from '#model';

/** Services that share a context, a queue and a cache. */
export const TEAM = 10;

/** A system of equal teams: every service keeps a table, calls the next one, and tells its team of every change. */
export function documentOf(services: number): ArchDocument {
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
