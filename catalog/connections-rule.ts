import { type ArchDocument, type Component, engineOf, type LintRule } from '#model';

/** Connections that each replica of a generated service may hold: the size of its pool. */
const POOL_SIZE = 10;

/** What differs between servers that bound their connections. */
export interface Bound {
  /** Name of the engine, as documents write it. */
  engine: string;
  title: string;
  /** Connections at once where the document says nothing. */
  preset: number;
  /** Connections that are kept for administrators. */
  reserved: number;
  source: string;
}

/**
 * Rule against more connections than a database server allows: pools of all replicas, at their most, of all services
 * that use it.
 */
export function connectionsRule({ engine, title, preset, reserved, source }: Bound): LintRule {
  return {
    id: `${engine}-connections`,
    title: `More connections than ${title} allows`,
    severity: 'warning',
    explanation: `Every replica of a service keeps a pool of up to ${POOL_SIZE} connections, and ${title} refuses what goes beyond its limit. It shows only when the service scales out, that is under load: the new replicas do not become ready, or take connections from those that serve.`,
    source,
    check({ document, edges, vocabulary }) {
      return Object.entries(document.components).flatMap(([name, component]) => {
        if (component.kind !== 'database' || engineOf(component, vocabulary) !== engine) return [];
        const users = new Set(edges.filter(({ to }) => to === name).map(({ from }) => from));
        const needed = [...users].reduce((sum, user) => sum + replicasOf(document, user) * POOL_SIZE, 0);
        const allowed = limitOf(component) ?? preset;
        if (needed <= allowed) return [];
        const path = ['components', name, 'max-connections'];
        return [
          {
            path: limitOf(component) === undefined ? ['components', name] : path,
            ...(limitOf(component) === undefined ? { at: 'key' as const } : {}),
            message: `the services that use "${name}" may open ${needed} connections, and it allows ${allowed}`,
            expected: `at least ${needed + reserved} connections, ${reserved} of them for administrators`,
            fixes: [
              {
                title: `Allow ${needed + reserved} connections`,
                edits: [{ type: 'set' as const, path, value: needed + reserved }],
              },
            ],
          },
        ];
      });
    },
  };
}

function replicasOf(document: ArchDocument, name: string): number {
  const component = document.components[name];
  if (component?.kind !== 'service') return 1;
  return Math.max(component.scale?.max ?? 1, component.scale?.min ?? 1);
}

function limitOf(component: Component): number | undefined {
  const limit = 'max-connections' in component ? component['max-connections'] : undefined;
  return typeof limit === 'number' ? limit : undefined;
}
