import type { Ambient, Companion, DeploymentCatalog, MetricsTarget, PlannedContainer } from '#catalog';
import type { ArchDocument } from '#model';
import { byText, freeName } from '../text/names.ts';
import { ambientOf } from './ambient.ts';
import { companionNames } from './companions.ts';
import { sharedContainer } from './container.ts';
import { contextOf, type Surroundings } from './context.ts';
import { edgesBetween, outsideCalls } from './edges.ts';
import { type Flow, flowsOf } from './flows.ts';
import type { Plan, PlanUnit } from './plan.ts';
import { secretRegister } from './secrets.ts';
import { type UnitMembers, unitsOf } from './units.ts';

/**
 * Says what runs, and who may talk to whom.
 *
 * @param layoutName one of `layoutsOf(document)`
 * @throws RangeError if the document has no such layout
 */
export function planOf(document: ArchDocument, layoutName: string, catalog: DeploymentCatalog): Plan {
  const { units: members, unitOf } = unitsOf(document, layoutName, catalog);
  const { flows, opened, entered } = flowsOf(document, catalog.vocabulary);
  const secrets = secretRegister();
  const targets: MetricsTarget[] = [];
  let ambient: Ambient | undefined;
  const around: Surroundings = {
    document,
    catalog,
    unitOf,
    opened,
    entered,
    companionOf: companionNames(document, members),
    ambient: () => {
      ambient ??= ambientOf(document, catalog, unitOf, () => around);
      return ambient;
    },
    secret: secrets.secret,
    metricsTargets: () => targets.toSorted((a, b) => byText(a.unit, b.unit)),
  };
  const entrances = entrancesFrom(flows, document);
  const replicaHosts = hostNames(members);
  const plannedUnits = new Map<string, PlanUnit[]>();
  // Who reads metrics comes last: it has to know what the others answer with.
  const reading = ({ components: [first = ''] }: UnitMembers) => {
    const component = document.components[first];
    return component !== undefined && catalog.deploymentOf(component)?.readsMetrics === true;
  };
  for (const unit of [...members.filter((one) => !reading(one)), ...members.filter(reading)]) {
    const container = exposed(containerOf(unit, around), unit, entrances);
    const host = container.metrics === undefined ? undefined : replicaHosts(unit.name);
    if (container.metrics && host !== undefined)
      targets.push({ ...container.metrics, unit: unit.name, host });
    const planned = unitFrom(unit, container, host, document, catalog);
    plannedUnits.set(unit.name, [planned, ...companionUnits(planned, around)]);
  }
  const units = members.flatMap(({ name }) => plannedUnits.get(name) ?? []);
  const placed = { document, catalog, unitOf };
  return {
    system: document.name,
    layout: layoutName,
    units,
    edges: edgesBetween(flows, units, placed),
    outside: outsideCalls(flows, units, placed),
    secrets: secrets.list(),
  };
}

function containerOf(unit: UnitMembers, around: Surroundings): PlannedContainer {
  return sharedContainer(
    unit.components.flatMap((name) => {
      const component = around.document.components[name];
      const container =
        component && around.catalog.deploymentOf(component)?.plan?.(component, contextOf(name, around));
      return container ?? [];
    }),
  );
}

/** Further containers of the engine that a unit is. */
function companionUnits(unit: PlanUnit, around: Surroundings): PlanUnit[] {
  const [name = ''] = unit.components;
  const component = around.document.components[name];
  const companions: readonly Companion[] =
    (component && around.catalog.deploymentOf(component)?.companions?.(component, contextOf(name, around))) ??
    [];
  return companions.map(({ suffix, container }) => ({
    ...unit,
    name: around.companionOf(name, suffix),
    container,
    stateful: container.volumes.length > 0,
    replicasHost: undefined,
  }));
}

/** Components that clients reach. */
function entrancesFrom(flows: readonly Flow[], document: ArchDocument): Set<string> {
  return new Set(
    flows.filter(({ from }) => document.components[from]?.kind === 'client').map(({ to }) => to),
  );
}

/** A service that clients call past any gateway is open to the outside as a gateway is. */
function exposed(
  container: PlannedContainer,
  unit: UnitMembers,
  entrances: ReadonlySet<string>,
): PlannedContainer {
  const port = container.ports[0]?.port;
  const open =
    container.exposed === undefined &&
    port !== undefined &&
    unit.components.some((name) => entrances.has(name));
  return open ? { ...container, exposed: { port } } : container;
}

function unitFrom(
  unit: UnitMembers,
  container: PlannedContainer,
  replicasHost: string | undefined,
  document: ArchDocument,
  catalog: DeploymentCatalog,
): PlanUnit {
  const components = unit.components.flatMap((name) => document.components[name] ?? []);
  const [first] = components;
  if (first === undefined) throw new RangeError(`The unit ${unit.name} has no component.`);
  const contexts = new Set(components.map(({ context }) => context));
  const entry = catalog.entryOf(first);
  return {
    name: unit.name,
    kind: first.kind,
    engine: entry.engine,
    components: unit.components,
    context: contexts.size === 1 ? first.context : undefined,
    container,
    stateful: container.volumes.length > 0,
    replicasHost,
    profile: first.kind === 'monitoring' ? 'monitoring' : undefined,
  };
}

/** Gives host names for all replicas of a unit that are no unit's own. */
function hostNames(members: readonly UnitMembers[]) {
  const taken = new Set(members.map(({ name }) => name));
  return (unit: string): string => {
    const host = freeName(`${unit}-replicas`, taken);
    taken.add(host);
    return host;
  };
}
