/** What a component of any kind may say of its needs. */
interface Needs {
  resources?: { cpu?: string; memory?: string };
}

/** CPU and memory that a component asks for, or else the engine's defaults. */
export function resourcesOf(component: Needs, defaults: { cpu: string; memory: string }) {
  return {
    cpu: component.resources?.cpu ?? defaults.cpu,
    memory: component.resources?.memory ?? defaults.memory,
  };
}

/** One replica, always: what keeps its data on one volume. */
export const SINGLE_REPLICA = { min: 1, max: 1, cpuTarget: 0.7 } as const;

interface Scaled {
  scale?: { min?: number; max?: number; 'cpu-target'?: string };
}

/** Replicas and the CPU utilisation (0 to 1) at which another is added; one replica where nothing is said. */
export function replicasOf({ scale }: Scaled) {
  const min = scale?.min ?? 1;
  const cpuTarget = Number.parseFloat(scale?.['cpu-target'] ?? '70%') / 100;
  return { min, max: Math.max(min, scale?.max ?? min), cpuTarget };
}
