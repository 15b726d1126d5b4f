import type { DeploymentCatalog } from '#catalog';
import type { ArchDocument } from '#model';
import { byText } from '../text/names.ts';
import type { Flow } from './flows.ts';
import type { OutsideCall, PlanEdge, PlanUnit } from './plan.ts';
import { acyclic } from './startup.ts';

/** Ports of URL schemes that need not be written. */
const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };

interface Placed {
  document: ArchDocument;
  catalog: DeploymentCatalog;
  unitOf: ReadonlyMap<string, string>;
}

/** Connections between units, sorted; each pair and port once. */
export function edgesBetween(flows: readonly Flow[], units: readonly PlanUnit[], placed: Placed): PlanEdge[] {
  const edges = new Map<string, PlanEdge>();
  for (const edge of [...drawnEdges(flows, placed), ...reachEdges(units, placed)]) {
    const key = `${edge.from} ${edge.to} ${edge.port}`;
    if (!edges.has(key)) edges.set(key, edge);
  }
  const sorted = [...edges.values()].sort(
    (a, b) => byText(a.from, b.from) || byText(a.to, b.to) || a.port - b.port,
  );
  const awaited = acyclic(sorted.filter(({ startup }) => startup));
  return sorted.map((edge) => ({ ...edge, startup: awaited.has(edge) }));
}

function drawnEdges(flows: readonly Flow[], { document, catalog, unitOf }: Placed): PlanEdge[] {
  return flows.flatMap(({ from: caller, to: callee, protocol }) => {
    const from = unitOf.get(caller);
    const to = unitOf.get(callee);
    const component = document.components[callee];
    if (from === undefined || to === undefined || from === to || component === undefined) return [];
    const port = catalog.entryOf(component).port?.(component, protocol);
    return port === undefined ? [] : [{ from, to, port, protocol, startup: true }];
  });
}

/** Connections that containers open without a line in the drawing. */
function reachEdges(units: readonly PlanUnit[], { unitOf }: Placed): PlanEdge[] {
  const names = new Set(units.map(({ name }) => name));
  return units.flatMap(({ name: from, container: { reaches = [] } }) =>
    reaches.flatMap(({ unit, port, protocol, startup }) => {
      const to = unitOf.get(unit) ?? unit;
      return to === from || !names.has(to) ? [] : [{ from, to, port, protocol, startup }];
    }),
  );
}

/** Calls that leave the system, to external APIs and to what engines send to, sorted. */
export function outsideCalls(
  flows: readonly Flow[],
  units: readonly PlanUnit[],
  { document, unitOf }: Placed,
): OutsideCall[] {
  const calls = flows.flatMap(({ from: caller, to }) => {
    const from = unitOf.get(caller);
    const component = document.components[to];
    return from === undefined || component?.kind !== 'external'
      ? []
      : [{ from, to, port: portOfUrl(component.url) }];
  });
  const own = units.flatMap(({ name: from, container: { outside = [] } }) =>
    outside.map(({ name: to, url }) => ({ from, to, port: portOfUrl(url) })),
  );
  const unique = new Map([...calls, ...own].map((call) => [`${call.from} ${call.to}`, call]));
  return [...unique.values()].sort((a, b) => byText(a.from, b.from) || byText(a.to, b.to));
}

/** Port of an http address. Pure code has no `URL`. */
function portOfUrl(url = 'https:'): number {
  const [, scheme = 'https', port] =
    /^(https?):(?:\/\/(?:[^/?#]*@)?(?:\[[^\]]*\]|[^/?#:]*)(?::(\d+))?)?/i.exec(url) ?? [];
  return port === undefined ? (DEFAULT_PORTS[scheme.toLowerCase()] ?? 443) : Number(port);
}
