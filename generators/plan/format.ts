import type { EnvValue, PlannedContainer, Probe } from '#catalog';
import type { Plan, PlanUnit } from './plan.ts';

/** A plan as text, for people and for tests. Secrets show as `{KEY}`. */
export function formatPlan(plan: Plan): string {
  const lines = [
    `plan ${plan.system}, layout ${plan.layout}`,
    ...plan.units.flatMap(formatUnit),
    ...plan.edges.map(
      ({ from, to, port, protocol, startup }) =>
        `edge ${from} -> ${to}:${port} ${protocol}${startup ? ', startup' : ''}`,
    ),
    ...plan.outside.map(({ from, to, port }) => `outside ${from} -> ${to}:${port}`),
    ...plan.secrets.map(({ key, description }) => `secret ${key}: ${description}`),
  ];
  return `${lines.join('\n')}\n`;
}

function formatUnit(unit: PlanUnit): string[] {
  const { container } = unit;
  const traits = [
    unit.engine ?? unit.kind,
    unit.context && `context ${unit.context}`,
    unit.stateful && 'stateful',
    unit.profile && `profile ${unit.profile}`,
    container.exposed && `exposed ${container.exposed.host ?? '*'}:${container.exposed.port}`,
  ].filter(Boolean);
  const members = unit.components.join() === unit.name ? '' : `: ${unit.components.join(', ')}`;
  return [
    `unit ${unit.name} (${traits.join(', ')})${members}`,
    ...formatContainer(container).map((line) => `  ${line}`),
  ];
}

function formatContainer(container: PlannedContainer): string[] {
  const { user, replicas, resources, metrics } = container;
  const image =
    'reference' in container.image
      ? container.image.reference
      : `built in ${container.image.build.context}${container.image.build.dockerfile ? ` by ${container.image.build.dockerfile}` : ''}`;
  const until =
    replicas.max > replicas.min ? `-${replicas.max} at ${Math.round(replicas.cpuTarget * 100)}% CPU` : '';
  return [
    `image ${image}`,
    ...(container.command ? [`command ${JSON.stringify(container.command)}`] : []),
    ...(container.args ? [`args ${JSON.stringify(container.args)}`] : []),
    `user ${user.uid}:${user.gid}, root ${container.readOnlyRoot ? 'read-only' : 'writable'}`,
    `replicas ${replicas.min}${until}, ${resources.cpu} CPU, ${resources.memory}`,
    ...Object.entries(container.env).map(([name, value]) => `env ${name}=${formatValue(value)}`),
    ...container.ports.map(({ name, port, appProtocol }) => `port ${name} ${port} ${appProtocol}`),
    ...container.volumes.map(({ mountPath, size }) => `volume ${mountPath} ${size}`),
    ...container.files.map(({ path, mountPath }) => `file ${path} at ${mountPath}`),
    ...container.scratch.map(
      ({ path, sizeMiB, memory }) => `scratch ${path} ${sizeMiB}Mi${memory ? ' in memory' : ''}`,
    ),
    `ready ${formatProbe(container.readiness)}`,
    ...(container.liveness ? [`alive ${formatProbe(container.liveness)}`] : []),
    `start within ${container.startupSeconds} s, stop within ${container.stopSeconds} s`,
    ...(metrics ? [`metrics :${metrics.port}${metrics.path}`] : []),
  ];
}

function formatValue(value: EnvValue): string {
  if (typeof value === 'string') return value;
  const parts = 'parts' in value ? value.parts : [value];
  return parts.map((part) => (typeof part === 'string' ? part : `{${part.secret}}`)).join('');
}

function formatProbe(probe: Probe): string {
  switch (probe.type) {
    case 'http':
      return `http :${probe.port}${probe.path}`;
    case 'tcp':
      return `tcp :${probe.port}`;
    case 'exec':
      return `exec ${probe.command.join(' ')}`;
  }
}
