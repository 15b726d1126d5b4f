import type { PlannedContainer } from '#catalog';
import type { Plan, PlanUnit } from '../plan/plan.ts';
import { sortedEntries } from '../text/names.ts';
import { cpuLimit, parseCpu, parseSize } from '../text/quantities.ts';
import { imageName } from './image.ts';
import type { Networks } from './networks.ts';
import type { ComposeMount, ComposeService } from './types.ts';
import { environmentValue, literal } from './values.ts';

const MEBIBYTE = 2 ** 20;

/** What a service's block depends on, beside its own unit. */
export interface ServiceSurroundings {
  plan: Plan;
  networks: Networks;
  /** Units that must be healthy before it starts, sorted. */
  awaited: readonly string[];
  /** How it is published, if it is. */
  published?: { variable: string; port: number };
}

/** One unit as a Compose service. */
export function composeService(unit: PlanUnit, around: ServiceSurroundings): ComposeService {
  const { container } = unit;
  const { exposed } = container;
  return {
    ...imageOf(unit, around.plan),
    hostname: unit.stateful ? unit.name : undefined,
    profiles: profiles(unit),
    entrypoint: container.command?.map(literal),
    command: container.args?.map(literal),
    user: `${container.user.uid}:${container.user.gid}`,
    environment: environment({ ...container, env: { ...container.env, ...container.schedule?.own } }),
    ports: exposed && around.published ? [publish(exposed.port, around.published)] : undefined,
    networks: networks(unit, around.networks),
    volumes: mounts(unit),
    tmpfs: container.readOnlyRoot
      ? container.scratch.map(({ path, sizeMiB }) => `${path}:size=${sizeMiB}m,mode=1777`)
      : undefined,
    depends_on: dependencies(around.awaited),
    healthcheck: isStartedByHand(container) ? undefined : healthcheck(container),
    deploy: { replicas: replicas(container), resources: resources(container) },
    restart: isStartedByHand(container) ? 'no' : 'unless-stopped',
    stop_grace_period: `${container.stopSeconds}s`,
    read_only: container.readOnlyRoot ? true : undefined,
    cap_drop: ['ALL'],
    security_opt: ['no-new-privileges:true'],
  };
}

function imageOf(unit: PlanUnit, { system }: Plan): Pick<ComposeService, 'image' | 'build'> {
  const { image } = unit.container;
  if ('reference' in image) return { image: image.reference };
  const { context, dockerfile } = image.build;
  return { image: imageName(system, unit.name), build: { context: `./${context}`, dockerfile } };
}

/** Compose has no clock: a program that cannot keep its schedule itself runs when somebody says so. */
function isStartedByHand({ schedule }: PlannedContainer): boolean {
  return schedule !== undefined && schedule.own === undefined;
}

function profiles({ profile, container }: PlanUnit): string[] | undefined {
  if (isStartedByHand(container)) return ['jobs'];
  return profile === undefined ? undefined : [profile];
}

function environment({ env }: PlannedContainer): Record<string, string> | undefined {
  const entries = sortedEntries(env).map(([name, value]) => [name, environmentValue(value)] as const);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Published on this machine only, unless it is told otherwise. */
function publish(target: number, { variable, port }: { variable: string; port: number }) {
  return {
    target,
    published: `\${${variable}:-${port}}`,
    host_ip: `\${BIND_ADDRESS:-127.0.0.1}`,
    protocol: 'tcp' as const,
  };
}

function networks(unit: PlanUnit, { of, homeOf }: Networks): ComposeService['networks'] {
  const home = homeOf(unit.name);
  const alias = unit.replicasHost;
  return Object.fromEntries(
    of(unit.name).map((name) => [name, name === home && alias !== undefined ? { aliases: [alias] } : {}]),
  );
}

function mounts(unit: PlanUnit): ComposeMount[] | undefined {
  const volumes = unit.container.volumes.map(({ name, mountPath }) => ({
    type: 'volume' as const,
    source: volumeName(unit, name),
    target: mountPath,
  }));
  const files = unit.container.files.map(({ path, mountPath }) => ({
    type: 'bind' as const,
    source: `./${path}`,
    target: mountPath,
    read_only: true as const,
    bind: { create_host_path: false as const },
  }));
  const all = [...volumes, ...files];
  return all.length === 0 ? undefined : all;
}

/** Name of a unit's volume, e.g. `orders-db-data`. */
export function volumeName(unit: PlanUnit, volume: string): string {
  return `${unit.name}-${volume}`;
}

function dependencies(awaited: readonly string[]): ComposeService['depends_on'] {
  if (awaited.length === 0) return undefined;
  return Object.fromEntries(awaited.map((name) => [name, { condition: 'service_healthy' as const }]));
}

function healthcheck(container: PlannedContainer): ComposeService['healthcheck'] {
  return {
    test: ['CMD', ...container.healthCommand.map(literal)],
    interval: `${container.healthSeconds ?? 5}s`,
    timeout: '10s',
    retries: 5,
    start_period: `${container.startupSeconds}s`,
  };
}

/** A published port can be taken once only. */
function replicas({ exposed, replicas: { min } }: PlannedContainer): number | undefined {
  return exposed === undefined && min > 1 ? min : undefined;
}

function resources({ resources: { cpu, memory } }: PlannedContainer): ComposeService['deploy']['resources'] {
  const size = `${Math.max(1, Math.ceil(parseSize(memory) / MEBIBYTE))}M`;
  return {
    limits: { cpus: String(cpuLimit(cpu)), memory: size },
    reservations: { cpus: String(parseCpu(cpu)), memory: size },
  };
}
