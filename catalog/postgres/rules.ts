import { engineOf, type LintRule } from '#model';
import { connectionsRule } from '../connections-rule.ts';
import { DEFAULT_CONNECTIONS, DEFAULT_VERSION } from './fields.ts';

/** Releases that get no fixes any more, by the day this was written. */
const ENDED = ['13', '12', '11', '10', '9.6'];

const ended: LintRule = {
  id: 'postgres-ended',
  title: 'Release of PostgreSQL that gets no fixes any more',
  severity: 'warning',
  explanation:
    'Each major release of PostgreSQL gets fixes for five years. After that, holes that are found stay open, in the place where the data lie.',
  source: 'PostgreSQL Global Development Group, "Versioning Policy"',
  check({ document, vocabulary }) {
    return Object.entries(document.components).flatMap(([name, component]) => {
      if (component.kind !== 'database' || engineOf(component, vocabulary) !== 'postgres') return [];
      const version = 'version' in component ? component.version : undefined;
      if (typeof version !== 'string') return [];
      if (!ENDED.some((line) => version === line || version.startsWith(`${line}.`))) return [];
      const path = ['components', name, 'version'];
      return [
        {
          path,
          message: `PostgreSQL ${version} gets no fixes any more`,
          hint: 'data that exist already have to be moved by pg_upgrade, or by a dump',
          fixes: [
            {
              title: `Change to ${DEFAULT_VERSION}`,
              edits: [{ type: 'set' as const, path, value: DEFAULT_VERSION }],
            },
          ],
        },
      ];
    });
  },
};

/** What goes wrong with PostgreSQL in particular. */
export const rules: readonly LintRule[] = [
  connectionsRule({
    engine: 'postgres',
    title: 'PostgreSQL',
    preset: DEFAULT_CONNECTIONS,
    reserved: 3,
    source:
      'PostgreSQL documentation, section 19.3 "Connections and Authentication": max_connections, superuser_reserved_connections',
  }),
  ended,
];
