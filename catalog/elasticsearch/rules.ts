import { type LintRule, operationsOf, parseSize } from '#model';
import { DEFAULT_VERSION } from './fields.ts';

const LEAST_MEMORY = '1Gi';
/** Letters and digits that a whole version consists of, at least two dots among them. */
const WHOLE_VERSION = /^\d+\.\d+\.\d+/;

const wholeVersion: LintRule = {
  id: 'elasticsearch-whole-version',
  title: 'Version of Elasticsearch without all its numbers',
  severity: 'error',
  explanation:
    'Elastic publishes an image for every release and none for a release line: there is a tag 9.2.0, and neither 9.2 nor 9. The pod would stay in ImagePullBackOff.',
  source: 'Elasticsearch documentation, "Install Elasticsearch with Docker"',
  check({ document }) {
    return Object.entries(document.components).flatMap(([name, component]) => {
      if (component.kind !== 'database' || component.engine !== 'elasticsearch') return [];
      const version = 'version' in component ? component.version : undefined;
      if (typeof version !== 'string' || WHOLE_VERSION.test(version)) return [];
      const path = ['components', name, 'version'];
      const whole = /^\d+\.\d+$/.test(version) ? `${version}.0` : DEFAULT_VERSION;
      return [
        {
          path,
          message: `there is no image of Elasticsearch ${version}`,
          expected: 'a version with all its numbers',
          fixes: [{ title: `Change to ${whole}`, edits: [{ type: 'set' as const, path, value: whole }] }],
        },
      ];
    });
  },
};

const memory: LintRule = {
  id: 'elasticsearch-memory',
  title: 'Too little memory for Elasticsearch',
  severity: 'warning',
  explanation:
    'Half of the memory goes to the heap of the Java machine, the other half caches the files of the indices. With a heap below 512 MiB the server spends its time collecting garbage, refuses requests with 429, or is killed.',
  source: 'Elasticsearch documentation, "JVM settings", section "Set the JVM heap size"',
  check({ document }) {
    return Object.entries(document.components).flatMap(([name, component]) => {
      if (component.kind !== 'database' || component.engine !== 'elasticsearch') return [];
      const given = component.resources?.memory;
      if (given === undefined || parseSize(given) >= parseSize(LEAST_MEMORY)) return [];
      const path = ['components', name, 'resources', 'memory'];
      return [
        {
          path,
          message: `"${name}" gets less memory than Elasticsearch runs in`,
          expected: `${LEAST_MEMORY} or more`,
          fixes: [
            {
              title: `Give it ${LEAST_MEMORY}`,
              edits: [{ type: 'set' as const, path, value: LEAST_MEMORY }],
            },
          ],
        },
      ];
    });
  },
};

const onlyStore: LintRule = {
  id: 'elasticsearch-only-store',
  title: 'Data kept in Elasticsearch only',
  severity: 'warning',
  explanation:
    'Elasticsearch has no transactions, and what one request writes another may not find yet. It is made to search in data that live elsewhere and from which the index can be made anew: write to a database, and let an event bring the change into the index.',
  source:
    'Martin Kleppmann, Designing Data-Intensive Applications (O\'Reilly 2017), chapter 11, "Keeping Systems in Sync"',
  check({ document, edges }) {
    return Object.entries(document.components).flatMap(([name, component]) => {
      if (component.kind !== 'database' || component.engine !== 'elasticsearch') return [];
      const users = new Set(edges.filter(({ to }) => to === name).map(({ from }) => from));
      const derived = [...users].some(
        (user) =>
          Object.values(operationsOf(document.components[user])).some(
            (operation) => 'consumes' in operation && operation.consumes !== undefined,
          ) ||
          edges.some(
            ({ from, to }) => from === user && to !== name && document.components[to]?.kind === 'database',
          ),
      );
      if (users.size === 0 || derived) return [];
      return [
        {
          path: ['components', name],
          at: 'key' as const,
          message: `no service that uses "${name}" has another database, or reads events to fill it from`,
          hint: 'keep the data in a database, and fill the index from its events',
        },
      ];
    });
  },
};

/** What goes wrong with Elasticsearch in particular. */
export const rules: readonly LintRule[] = [wholeVersion, memory, onlyStore];
