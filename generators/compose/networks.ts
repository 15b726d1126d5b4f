import type { Plan, PlanUnit } from '../plan/plan.ts';
import { freeName } from '../text/names.ts';

/** Network of the units that belong to no context. */
const NO_CONTEXT = 'system';

export interface Networks {
  /** Every network that some unit is in, sorted; the internal ones have no way out. */
  all: { name: string; internal: boolean }[];
  /** Networks of a unit, sorted. */
  of(unit: string): string[];
  /** Network that others meet a unit in. */
  homeOf(unit: string): string;
}

/**
 * One network per bounded context. Who calls into a context joins its network. Only what is published, and what
 * calls APIs outside, is in a network with a way out.
 */
export function networksOf({ units, edges, outside }: Plan): Networks {
  const homes = contextNetworks(units);
  const taken = new Set(homes.values());
  const entrance = freeName('entrance', taken);
  const internet = freeName('outside', taken);
  const joined = new Map(units.map((unit) => [unit.name, new Set([homes.get(unit.context) ?? NO_CONTEXT])]));
  const homeByUnit = new Map(units.map((unit) => [unit.name, homes.get(unit.context) ?? NO_CONTEXT]));
  const homeOf = (unit: string) => homeByUnit.get(unit) ?? NO_CONTEXT;
  for (const { from, to } of edges) joined.get(from)?.add(homeOf(to));
  for (const { from } of outside) joined.get(from)?.add(internet);
  for (const { name, container } of units) if (container.exposed) joined.get(name)?.add(entrance);
  const used = new Set([...joined.values()].flatMap((networks) => [...networks]));
  const open = new Set([entrance, internet]);
  return {
    all: [...used].sort().map((name) => ({ name, internal: !open.has(name) })),
    of: (unit) => [...(joined.get(unit) ?? [])].sort(),
    homeOf,
  };
}

/** A network's name for each context. Compose has one called `default` already. */
function contextNetworks(units: readonly PlanUnit[]): Map<string | undefined, string> {
  const taken = new Set(['default']);
  const names = new Map<string | undefined, string>();
  const contexts = [...new Set(units.flatMap(({ context }) => context ?? []))].sort();
  for (const context of [...contexts, undefined]) {
    const name = freeName(context ?? NO_CONTEXT, taken);
    names.set(context, name);
    taken.add(name);
  }
  return names;
}
