import type { PlannedContainer } from '#catalog';
import type { Plan, PlanUnit } from '../plan/plan.ts';
import { hash } from '../text/names.ts';
import { cpuLimit, formatCpu } from '../text/quantities.ts';
import { environmentOf, literal } from './environment.ts';
import { labelsOf, selectorOf } from './metadata.ts';
import type { V1Container, V1ContainerPort, V1PodSpec, V1PodTemplateSpec } from './models.ts';
import { probesOf } from './probes.ts';
import { mountsOf, volumesOf } from './storage.ts';

/** Pods of a unit. They are replaced when a configuration file changes: its hash stands in their template. */
export function podTemplate(unit: PlanUnit, plan: Plan): V1PodTemplateSpec {
  const { files } = unit.container;
  const annotations =
    files.length === 0
      ? undefined
      : { 'checksum/config': hash(files.map(({ content }) => content).join('\0')) };
  return { metadata: { labels: labelsOf(unit, plan), annotations }, spec: podSpec(unit, plan) };
}

function podSpec(unit: PlanUnit, plan: Plan): V1PodSpec {
  const { container } = unit;
  const volumes = volumesOf(unit);
  return {
    serviceAccountName: unit.name,
    automountServiceAccountToken: false,
    // Services come by DNS; variables for each of them would only clutter the environment.
    enableServiceLinks: false,
    securityContext: podSecurity(unit),
    terminationGracePeriodSeconds: container.stopSeconds + (container.drainSeconds ?? 0),
    topologySpreadConstraints: spread(unit, plan),
    containers: [containerOf(unit, plan)],
    volumes: volumes.length === 0 ? undefined : volumes,
  };
}

/** What the profile `restricted` of the Pod Security Standards asks for. */
function podSecurity({ container: { user }, stateful }: PlanUnit): V1PodSpec['securityContext'] {
  return {
    runAsNonRoot: true,
    runAsUser: user.uid,
    runAsGroup: user.gid,
    // Only a fresh disk is opened to the group: later the engines have chosen the modes of their files.
    ...(stateful ? { fsGroup: user.gid, fsGroupChangePolicy: 'OnRootMismatch' } : {}),
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** Replicas keep apart, as far as there are nodes. */
function spread(unit: PlanUnit, { system }: Plan): V1PodSpec['topologySpreadConstraints'] {
  if (unit.container.replicas.max === 1 || unit.container.schedule !== undefined) return undefined;
  return [
    {
      maxSkew: 1,
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: { matchLabels: selectorOf(unit.name, system) },
    },
  ];
}

function containerOf(unit: PlanUnit, plan: Plan): V1Container {
  const { container } = unit;
  const env = environmentOf(container.env);
  const mounts = mountsOf(unit);
  const ports = portsOf(container);
  return {
    name: unit.name,
    image: imageOf(unit, plan),
    imagePullPolicy: 'IfNotPresent',
    command: container.command?.map(literal),
    args: container.args?.map(literal),
    env: env.length === 0 ? undefined : env,
    ports: ports.length === 0 ? undefined : ports,
    // Nobody waits for a program that ends.
    ...(container.schedule === undefined ? probesOf(container) : {}),
    lifecycle: container.drainSeconds ? drain(container.drainSeconds) : undefined,
    resources: resourcesOf(container),
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: container.readOnlyRoot,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: mounts.length === 0 ? undefined : mounts,
  };
}

/** Ports that others call, and those that only the kubelet asks at, which no Service has. */
function portsOf({ ports, readiness, liveness, schedule }: PlannedContainer): V1ContainerPort[] {
  const called = ports.map(({ name, port }) => ({ name, containerPort: port }));
  const probes = schedule === undefined ? [readiness, liveness] : [];
  const asked = probes.flatMap((probe) => (probe && 'port' in probe ? probe.port : []));
  const others = [...new Set(asked)].filter((port) => !ports.some((one) => one.port === port));
  return [...called, ...others.map((containerPort) => ({ containerPort }))];
}

/** Image of a unit that is built here, e.g. `shop/orders`; Kustomize's `images` gives it another name or tag. */
export function builtImage(unit: PlanUnit, { system }: Plan): string | undefined {
  return 'build' in unit.container.image ? `${system}/${unit.name}` : undefined;
}

function imageOf(unit: PlanUnit, plan: Plan): string {
  const { image } = unit.container;
  return 'reference' in image ? image.reference : `${builtImage(unit, plan)}:latest`;
}

/** Goes on serving while the endpoints' lists are brought up to date: connections still come in meanwhile. */
function drain(seconds: number): V1Container['lifecycle'] {
  return { preStop: { exec: { command: ['sleep', String(seconds)] } } };
}

/** What a container is promised, and what it may use at most. */
export function resourcesOf({ resources: { cpu, memory } }: PlannedContainer) {
  return { requests: { cpu, memory }, limits: { cpu: formatCpu(cpuLimit(cpu)), memory } };
}
