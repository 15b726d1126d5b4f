import { type LintRule, parseSize } from '#model';
import { shortSupportRule } from '../short-support-rule.ts';

const MEBIBYTE = 2 ** 20;
/** The least cache of the storage engine, and as much again for connections, sorts and the shell of health checks. */
const LEAST_MEMORY = '512Mi';

const memory: LintRule = {
  id: 'mongodb-memory',
  title: 'Too little memory for MongoDB',
  severity: 'warning',
  explanation:
    'The storage engine takes a cache of at least 256 MiB, whatever the container is given. Connections, sorts and the shell that asks after its health need as much again. With less, the kernel kills the server under load, and every start has to go through its journal.',
  source: 'MongoDB Manual, "WiredTiger Storage Engine", section "Memory Use"',
  check({ document }) {
    return Object.entries(document.components).flatMap(([name, component]) => {
      if (component.kind !== 'database' || component.engine !== 'mongodb') return [];
      const given = component.resources?.memory;
      if (given === undefined || parseSize(given) >= parseSize(LEAST_MEMORY)) return [];
      const path = ['components', name, 'resources', 'memory'];
      return [
        {
          path,
          message: `"${name}" gets ${Math.round(parseSize(given) / MEBIBYTE)} MiB, less than MongoDB runs in`,
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

/** What goes wrong with MongoDB in particular. */
export const rules: readonly LintRule[] = [
  memory,
  shortSupportRule({
    engine: 'mongodb',
    title: 'MongoDB',
    lines: ['8.1', '8.2', '7.1', '7.2', '7.3'],
    instead: '8.0',
    source: 'MongoDB Manual, "MongoDB Versioning": minor releases',
  }),
];
