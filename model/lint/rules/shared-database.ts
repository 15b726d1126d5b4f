import { componentOf } from '../../graph/lookup.ts';
import type { LintContext, LintFinding, LintRule } from '../rule.ts';

/** A database that several bounded contexts use. */
export const sharedDatabase: LintRule = {
  id: 'shared-database',
  title: 'Database shared between contexts',
  severity: 'warning',
  explanation:
    "When several contexts use one database, its tables become an interface that nobody designed: no team can change them alone, one team's load slows the others, and the contexts have to be deployed together. A context should own its data and share it through calls or messages.",
  source:
    'Sam Newman, Monolith to Microservices (O\'Reilly 2019), chapter 4, "Pattern: The Shared Database"; Chris Richardson, Microservices Patterns (Manning 2018), chapter 2',
  check(context) {
    const users = usersOfDatabases(context);
    return [...users].flatMap(([database, services]) => findingFor(context, database, services));
  },
};

function usersOfDatabases({ document, edges }: LintContext): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  for (const edge of edges) {
    if (
      componentOf(document, edge.to)?.kind !== 'database' ||
      componentOf(document, edge.from)?.kind !== 'service'
    )
      continue;
    users.set(edge.to, (users.get(edge.to) ?? new Set()).add(edge.from));
  }
  return users;
}

function findingFor(
  { document }: LintContext,
  database: string,
  services: ReadonlySet<string>,
): LintFinding[] {
  // A service that names no context is one of its own.
  const contexts = new Map(
    [...services].map((service) => [service, componentOf(document, service)?.context ?? service]),
  );
  const names = [...new Set(contexts.values())];
  const [first] = names;
  if (first === undefined || names.length < 2) return [];
  const edits = [...contexts]
    .filter(([, name]) => name !== first)
    .map(([service]) => ({ type: 'set' as const, path: ['components', service, 'context'], value: first }));
  const own =
    componentOf(document, [...services][0] ?? '')?.context === undefined
      ? [{ type: 'set' as const, path: ['components', [...services][0] ?? '', 'context'], value: first }]
      : [];
  return [
    {
      path: ['components', database],
      at: 'key',
      message: `"${database}" is used by the contexts ${names.join(', ')}`,
      hint: 'give each context a database of its own, or make them one context',
      fixes: [{ title: `Put its users into the context "${first}"`, edits: [...own, ...edits] }],
    },
  ];
}
