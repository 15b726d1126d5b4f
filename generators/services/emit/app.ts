import type { PlanUnit } from '../../plan/plan.ts';
import type { Service } from '../system/names.ts';
import type { System } from '../system/system.ts';
import type { Uses } from './uses.ts';

/** The registry that a layout's services register with. */
export interface RegistryUse {
  /** The component. */
  name: string;
  engine: string;
  /** Environment variable that holds its address. */
  variable: string;
}

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
