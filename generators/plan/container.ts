import type { PlannedContainer } from '#catalog';
import { byText } from '../text/names.ts';
import { formatCpu, formatSize, parseCpu, parseSize } from '../text/quantities.ts';

/**
 * One container for services that share a unit. They are the same program but for their environment and their needs:
 * it gets all their variables, what they need together, and as many replicas as the one that wants most.
 *
 * @param containers at least one
 */
export function sharedContainer(containers: readonly PlannedContainer[]): PlannedContainer {
  const [first, ...others] = containers;
  if (first === undefined) throw new RangeError('A unit has at least one component.');
  const variables = containers.flatMap(({ env }) => Object.entries(env)).sort(([a], [b]) => byText(a, b));
  const env = Object.fromEntries(variables);
  if (others.length === 0) return { ...first, env };
  const largest = (pick: (container: PlannedContainer) => number) => Math.max(...containers.map(pick));
  const sum = (pick: (container: PlannedContainer) => number) =>
    containers.reduce((total, one) => total + pick(one), 0);
  return {
    ...first,
    env,
    resources: {
      cpu: formatCpu(sum((container) => parseCpu(container.resources.cpu))),
      memory: formatSize(sum((container) => parseSize(container.resources.memory))),
    },
    reaches: containers.flatMap(({ reaches = [] }) => reaches),
    ports: portsOf(containers),
    replicas: {
      min: largest((container) => container.replicas.min),
      max: largest((container) => container.replicas.max),
      cpuTarget: Math.min(...containers.map((container) => container.replicas.cpuTarget)),
    },
  };
}

/** All ports, each name once: services of one unit answer at the same. */
function portsOf(containers: readonly PlannedContainer[]): PlannedContainer['ports'] {
  const byName = new Map(containers.flatMap(({ ports }) => ports).map((port) => [port.name, port]));
  return [...byName.values()];
}
