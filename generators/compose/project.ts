import { environmentPrefix } from '#catalog';
import type { Plan, PlanUnit } from '../plan/plan.ts';
import { byText } from '../text/names.ts';
import { networksOf } from './networks.ts';
import { composeService, volumeName } from './service.ts';
import type { ComposeFile } from './types.ts';

/** Port of the first published unit; the others follow. */
const FIRST_PORT = 8080;

/** All units of a plan as one Compose file, sorted by name. */
export function composeFile(plan: Plan): ComposeFile {
  const units = plan.units.toSorted((a, b) => byText(a.name, b.name));
  const networks = networksOf(plan);
  const awaited = awaitedBy(plan);
  const published = publishedPorts(plan);
  const services = units.map((unit) => [
    unit.name,
    composeService(unit, {
      plan,
      networks,
      awaited: awaited.get(unit.name) ?? [],
      published: published.get(unit.name),
    }),
  ]);
  const volumes = units.flatMap((unit) =>
    unit.container.volumes.map(({ name }) => [volumeName(unit, name), {}]),
  );
  return {
    services: Object.fromEntries(services),
    networks: Object.fromEntries(
      networks.all.map(({ name, internal }) => [name, internal ? { internal: true } : {}]),
    ),
    volumes: volumes.length === 0 ? undefined : Object.fromEntries(volumes),
  };
}

/** Variable and default of the port at which each exposed unit is published. */
export function publishedPorts({ units }: Plan): Map<string, { variable: string; port: number }> {
  const exposed = units.filter(({ container }) => container.exposed !== undefined).toSorted(gatewaysFirst);
  return new Map(
    exposed.map(({ name }, index) => [
      name,
      { variable: `${environmentPrefix(name)}_PORT`, port: FIRST_PORT + index },
    ]),
  );
}

function gatewaysFirst(a: PlanUnit, b: PlanUnit): number {
  return Number(b.kind === 'gateway') - Number(a.kind === 'gateway') || byText(a.name, b.name);
}

function awaitedBy({ edges }: Plan): Map<string, string[]> {
  const awaited = new Map<string, string[]>();
  for (const { from, to, startup } of edges) {
    if (!startup) continue;
    const list = awaited.get(from);
    if (list === undefined) awaited.set(from, [to]);
    else if (!list.includes(to)) list.push(to);
  }
  return awaited;
}
