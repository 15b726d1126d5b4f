import type { Plan, PlanUnit } from '../../plan/plan.ts';
import type { System } from '../system/system.ts';
import type { App } from './app.ts';
import { registryIn } from './discovery.ts';
import { grpcServices } from './grpc.ts';
import { type Uses, usesOf } from './uses.ts';

/** What runs in a layout, and what it leaves out. */
interface Deployed {
  running: ReadonlySet<string>;
  missing: ReadonlySet<string>;
}

const known = new WeakMap<Plan, Deployed>();

/** The same for all units of a plan: worked out once. */
function deployedIn(plan: Plan, system: System): Deployed {
  let deployed = known.get(plan);
  if (deployed === undefined) {
    const running = new Set(plan.units.flatMap(({ components }) => components));
    const missing = Object.keys(system.document.components).filter((name) => !running.has(name));
    deployed = { running, missing: new Set(missing) };
    known.set(plan, deployed);
  }
  return deployed;
}

/** Finds out what the services of a unit need together. */
export function appOf(unit: PlanUnit, plan: Plan, system: System): App {
  const services = unit.components.flatMap((name) => system.services.get(name) ?? []);
  const uses = new Map(services.map((service) => [service.name, usesOf(service, system)]));
  const all = [...uses.values()];
  const { running, missing } = deployedIn(plan, system);
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
    missing,
    registry: registryIn(running, system),
  };
}
