import type { Edit } from '../../edit/edit.ts';
import type { GraphEdge } from '../../graph/edges.ts';
import { componentOf } from '../../graph/lookup.ts';
import { splitPair } from '../../names/pair.ts';
import type { Path } from '../../problem.ts';
import type { LintContext, LintFinding, LintRule } from '../rule.ts';

/** Clients that reach a service directly although there is a gateway. */
export const gatewayBypass: LintRule = {
  id: 'gateway-bypass',
  title: 'Client reaches a service past the gateway',
  severity: 'warning',
  explanation:
    'A gateway is where clients are authenticated, limited and counted, and behind which services can be moved and split. A client that calls a service directly goes past all of that, and ties itself to how the system is cut today.',
  source: 'Chris Richardson, Microservices Patterns (Manning 2018), chapter 8, "The API gateway pattern"',
  check(context) {
    const gateway = Object.keys(context.document.components).find(
      (name) => context.document.components[name]?.kind === 'gateway',
    );
    if (gateway === undefined) return [];
    return context.edges
      .filter((edge) => bypasses(context, edge))
      .map((edge) => findingFor(context, edge, gateway));
  },
};

function bypasses({ document }: LintContext, edge: GraphEdge): boolean {
  return (
    componentOf(document, edge.from)?.kind === 'client' && componentOf(document, edge.to)?.kind === 'service'
  );
}

function findingFor(context: LintContext, edge: GraphEdge, gateway: string): LintFinding {
  const { document } = context;
  const connected = document.connections.findIndex(({ from, to }) => from === edge.from && to === edge.to);
  const edits: Edit[] = [];
  if (!isRouted(context, gateway, edge.to))
    edits.push({
      type: 'set',
      path: ['components', gateway, 'routes', freePrefix(context, gateway, edge.to)],
      value: edge.to,
    });
  if (connected !== -1) {
    edits.push({ type: 'disconnect', from: edge.from, to: edge.to });
    if (!context.edges.some(({ from, to }) => from === edge.from && to === gateway))
      edits.push({ type: 'connect', connection: { from: edge.from, to: gateway } });
  }
  return {
    path: connected !== -1 ? ['connections', connected] : mixPath(context, edge),
    component: edge.from,
    ...(connected === -1 ? { at: 'key' as const } : {}),
    message: `${edge.from} reaches ${edge.to} past the gateway ${gateway}`,
    hint: `let ${gateway} route to ${edge.to}`,
    fixes: [{ title: `Route to ${edge.to} through ${gateway}`, edits }],
  };
}

function isRouted({ document }: LintContext, gateway: string, service: string): boolean {
  const component = componentOf(document, gateway);
  return component?.kind === 'gateway' && Object.values(component.routes ?? {}).includes(service);
}

/** `/SERVICE`, or with a number where the gateway routes that already. */
function freePrefix({ document }: LintContext, gateway: string, service: string): string {
  const component = componentOf(document, gateway);
  const routes = component?.kind === 'gateway' ? (component.routes ?? {}) : {};
  for (let number = 1; ; number += 1) {
    const prefix = number === 1 ? `/${service}` : `/${service}-${number}`;
    if (!Object.hasOwn(routes, prefix)) return prefix;
  }
}

function mixPath({ document }: LintContext, edge: GraphEdge): Path {
  const client = componentOf(document, edge.from);
  const mix = client?.kind === 'client' ? Object.keys(client.workload?.mix ?? {}) : [];
  const key = mix.find((candidate) => splitPair(candidate, '.')[0] === edge.to);
  return key === undefined ? ['components', edge.from] : ['components', edge.from, 'workload', 'mix', key];
}
