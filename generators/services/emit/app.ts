import type { Plan, PlanUnit } from '../../plan/plan.ts';
import type { Service } from '../system/names.ts';
import type { System } from '../system/system.ts';
import { type RegistryUse, registryIn } from './discovery.ts';
import { grpcServices } from './grpc.ts';
import { type Uses, usesOf } from './uses.ts';

/** A unit's services, and all that they need together. */
export interface App {
  unit: PlanUnit;
  services: readonly Service[];
  uses: ReadonlyMap<string, Uses>;
  /** By kind, each component once. */
  databases: readonly string[];
  caches: readonly string[];
  storages: readonly string[];
  queues: readonly string[];
  /** Services and APIs outside of the unit. */
  remote: readonly string[];
  /** Services of the unit that answer gRPC; none where nobody outside of it speaks it to them. */
  grpc: ReadonlySet<string>;
  /** Components that the layout leaves out: nothing answers there. */
  missing: ReadonlySet<string>;
  /** Where the unit registers and looks others up. */
  registry?: RegistryUse;
}

/** Components of the document that a plan leaves out. */
function missingFrom(plan: Plan, system: System): ReadonlySet<string> {
  const deployed = new Set(plan.units.flatMap(({ components }) => components));
  return new Set(Object.keys(system.document.components).filter((name) => !deployed.has(name)));
}

export function appOf(unit: PlanUnit, plan: Plan, system: System): App {
  const services = unit.components.flatMap((name) => system.services.get(name) ?? []);
  const uses = new Map(services.map((service) => [service.name, usesOf(service, system)]));
  const all = [...uses.values()];
  const inside = new Set(services.map(({ name }) => name));
  const union = (pick: (one: Uses) => Iterable<string>) => [...new Set(all.flatMap((one) => [...pick(one)]))];
  return {
    unit,
    services,
    uses,
    databases: union((one) => one.databases),
    caches: union((one) => one.caches),
    storages: union((one) => one.storages),
    queues: union((one) => [...one.publishes, ...one.consumes]),
    remote: union((one) => [...one.services.keys(), ...one.outside.keys()]).filter(
      (name) => !inside.has(name),
    ),
    grpc: grpcServices(unit, system),
    missing: missingFrom(plan, system),
    registry: registryIn(plan, system),
  };
}

/** The job that a unit is; it has the unit for itself. */
export function jobOf(app: App, system: System): Service | undefined {
  const [service] = app.services;
  const kind = service && system.document.components[service.name]?.kind;
  return kind === 'job' ? service : undefined;
}

export function isCalledInside(service: Service, app: App): boolean {
  return [...app.uses.values()].some(({ services }) => services.has(service.name));
}

/** The service of the unit whose package holds a database's migrations. */
export function firstUser(database: string, app: App): Service | undefined {
  return app.services.find(({ name }) => app.uses.get(name)?.databases.has(database));
}
